/** Protects equal handouts being equal bytes: only the digits of the two dates change, and the file stays as long as it was. */

import { expect, it } from 'vitest';
import { withFixedDates } from '../../src/finish/fixed-dates.ts';
import { day } from '../support/shipped-content.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const pdf = (stamp: string) =>
  bytes(
    `%PDF-1.4\n%\u00e2\u00e3\u00ff\u0000\n/CreationDate (D:${stamp}+00'00')\n/ModDate (D:${stamp}+00'00')>>\nD:${stamp} stays`,
  );

it('two times of printing give the same file', () => {
  const first = withFixedDates(pdf('20261122183000'), day('2026-11-23'));
  // Outside the two entries nothing is touched, so the same text there keeps its own digits.
  const second = withFixedDates(pdf('20261122183000'), day('2026-11-23'));
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
  expect(Buffer.from(first).toString('latin1')).toBe(
    `%PDF-1.4\n%\u00e2\u00e3\u00ff\u0000\n/CreationDate (D:20261123000000+00'00')\n/ModDate (D:20261123000000+00'00')>>\nD:20261122183000 stays`,
  );
});

it('no byte moves: offsets in the file stay true', () => {
  const before = Buffer.concat([
    bytes('/CreationDate (D:20261122183000'),
    Buffer.from(Uint8Array.from({ length: 256 }, (_, i) => i)),
  ]);
  const after = withFixedDates(before, day('2026-11-23'));
  expect(after.length).toBe(before.length);
  expect([...after.slice(-256)]).toEqual([...before.slice(-256)]);
});

it('a file without dates is left as it is, and the one given is not written to', () => {
  const bare = bytes('%PDF-1.4 no dates');
  expect([...withFixedDates(bare, day('2026-11-23'))]).toEqual([...bare]);
  const given = pdf('20261122183000');
  const copy = Buffer.from(given);
  withFixedDates(given, day('2026-11-23'));
  expect(given.equals(copy)).toBe(true);
});
