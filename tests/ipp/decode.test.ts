/** Protects the program from what answers in a printer's place: cut off, damaged, huge or no IPP at all. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PrinterFault } from '../../src/domain/printer-trouble.ts';
import { decodeAnswer } from '../../src/ipp/decode.ts';

const counted = (content: string | number[]) => {
  const bytes = [...Buffer.from(content as string)];
  return [bytes.length >> 8, bytes.length & 0xff, ...bytes];
};
const value = (tag: number, name: string, content: string | number[]) => [
  tag,
  ...counted(name),
  ...counted(content),
];
const head = [2, 0, 0, 0, 0, 0, 0, 7];
const answer = (...parts: number[][]) => Uint8Array.from([...head, ...parts.flat()]);

const whole = answer(
  [1],
  value(0x47, 'attributes-charset', 'utf-8'),
  [4],
  value(0x23, 'printer-state', [0, 0, 0, 3]),
  value(0x44, 'media-supported', 'iso_a4_210x297mm'),
  value(0x44, '', 'na_letter_8.5x11in'),
  // A collection in a collection, with a name in it that must not pass for one of the printer's.
  value(0x34, 'media-col-ready', ''),
  value(0x4a, '', 'media-size'),
  value(0x34, '', ''),
  value(0x4a, '', 'x-dimension'),
  value(0x21, '', [0, 0, 1, 0]),
  value(0x37, '', ''),
  value(0x37, '', ''),
  value(0x33, 'copies-supported', [0, 0, 0, 1, 0, 0, 0x03, 0xe7]),
  value(0x35, 'printer-info', [...counted('en'), ...counted('Clinic é')]),
  value(0x13, 'printer-location', ''),
  [3],
);

it('reads every kind of value, several values, and passes over collections', () => {
  const read = decodeAnswer(whole);
  expect(read).toMatchObject({ status: 0, requestId: 7 });
  const printer = read.groups[1]?.attributes;
  expect(printer?.get('printer-state')).toEqual([3]);
  expect(printer?.get('media-supported')).toEqual(['iso_a4_210x297mm', 'na_letter_8.5x11in']);
  expect(printer?.get('media-col-ready')).toEqual([]);
  expect(printer?.get('copies-supported')).toEqual([{ from: 1, to: 999 }]);
  expect(printer?.get('printer-info')).toEqual(['Clinic é']);
  expect([...(printer?.keys() ?? [])]).not.toContain('x-dimension');
});

it('cut off anywhere, it is no answer', () => {
  for (let length = 0; length < whole.length; length += 1)
    expect(() => decodeAnswer(whole.subarray(0, length)), `${length} bytes`).toThrow(PrinterFault);
});

it.each([
  ['a value before any group', answer(value(0x44, 'media', 'x'), [3])],
  ['a further value of nothing', answer([4], value(0x44, '', 'x'), [3])],
  ['a collection that ends and never began', answer([4], value(0x37, '', ''), [3])],
  ['a length beyond the end', answer([4, 0x44, 0xff, 0xff], [3])],
  ['an integer of one byte', answer([4], value(0x21, 'copies', [1]), [3])],
  ['a page of HTML', Buffer.from('<!doctype html><title>Login</title>')],
])('%s is no answer', (_, bytes) => {
  expect(() => decodeAnswer(bytes)).toThrow(PrinterFault);
});

it('a huge one is read in a moment, and any bytes end as an answer or a PrinterFault', () => {
  const many = Array.from({ length: 100_000 }, () => value(0x44, '', 'x')).flat();
  const huge = decodeAnswer(Uint8Array.from([...head, 4, ...value(0x44, 'media', 'x'), ...many, 3]));
  expect(huge.groups[0]?.attributes.get('media')).toHaveLength(100_001);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      try {
        decodeAnswer(Uint8Array.from([...head, ...bytes]));
      } catch (error) {
        expect(error).toBeInstanceOf(PrinterFault);
      }
    }),
  );
});
