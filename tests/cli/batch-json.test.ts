/** Protects programs that start a batch: what keeps it from beginning stands on standard output too, one object a line. */

import { expect, it } from 'vitest';
import { batchRun, good, roster } from '../support/batch-run.ts';

const { file, batch } = batchRun();
const events = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

it('tells of a roster that is not there', async () => {
  const ran = await batch(['nowhere.csv', '--out', 'out', '--json']);
  expect(ran.code).toBe(3);
  expect(events(ran.stdout)).toMatchObject([
    { event: 'error', code: expect.any(String), source: 'nowhere.csv', message: expect.any(String) },
  ]);
});

it('tells of a place for the PDF of all that can not be written to', async () => {
  file('r.csv', roster(good('p1')));
  const ran = await batch(['r.csv', '--out', 'out', '--combine', 'r.csv/all.pdf', '--json']);
  expect(ran.code).toBe(1);
  expect(events(ran.stdout)).toMatchObject([{ event: 'error', code: 'write-failed' }]);
});
