/** Protects a rerun: only what is made, from the same input, and lies there as it was written is left alone. */

import { expect, it } from 'vitest';
import { unchanged } from '../../src/batch/unchanged.ts';
import type { KnownJob } from '../../src/domain/manifest.ts';

const made: KnownJob = {
  kind: 'made',
  at: '2026-11-23T20:00:00.000Z',
  input: 'same',
  file: 'a.pdf',
  bytes: 10,
  mtimeMs: 1.5,
};
const there = { size: 10, mtimeMs: 1.5 };

it('is unchanged with the same input and the same file', () => {
  expect(unchanged(made, 'same', there)).toBe(true);
});

it.each([
  ['a job never seen', undefined, 'same', there],
  ['another input', made, 'other', there],
  ['a file that is gone', made, 'same', undefined],
  ['another size', made, 'same', { size: 11, mtimeMs: 1.5 }],
  ['another time', made, 'same', { size: 10, mtimeMs: 1.25 }],
  ['a refusal', { kind: 'refused', at: made.at, input: 'same' } as const, 'same', there],
  ['a purged one', { ...made, kind: 'purged' } as const, 'same', there],
])('%s is made', (_, known, input, file) => {
  expect(unchanged(known, input, file)).toBe(false);
});
