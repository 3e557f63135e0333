/** Protects what is held in memory: only for its owner, only for a while, only so much. */

import { afterEach, expect, it } from 'vitest';
import { type HeldFiles, heldFiles } from '../../src/web/held-files.ts';

let held: HeldFiles<string> | undefined;
afterEach(() => held?.close());

let now = 0;
const limits = { keepMs: 1_000, mostBytes: 100, mostEach: 2 };
const open = () => {
  now = 0;
  held = heldFiles<string>(limits, () => now);
  return held;
};

it('gives it to its owner and to nobody else, under an id that can not be guessed', () => {
  const files = open();
  const ids = [1, 2].map(() => files.hold('ann', 'sheet', 10));
  expect(new Set(ids).size).toBe(2);
  expect(ids[0]).toMatch(/^[\w-]{22}$/);
  expect(files.get('ann', ids[0] ?? '')).toBe('sheet');
  expect(files.get('bob', ids[0] ?? '')).toBeUndefined();
  expect(files.get('', ids[0] ?? '')).toBeUndefined();
});

it('forgets it after its time', () => {
  const files = open();
  const id = files.hold('ann', 'sheet', 10);
  now = 999;
  expect(files.get('ann', id)).toBe('sheet');
  now = 1_000;
  expect(files.get('ann', id)).toBeUndefined();
  expect(files.size()).toEqual({ count: 0, bytes: 0 });
});

it('keeps so many for each, so many bytes for all, and drops the oldest first', () => {
  const files = open();
  const [first, second, third] = ['1', '2', '3'].map((value) => files.hold('ann', value, 10));
  expect(files.get('ann', first ?? '')).toBeUndefined();
  expect(files.get('ann', second ?? '')).toBe('2');
  files.hold('bob', 'large', 90);
  expect(files.get('ann', second ?? '')).toBeUndefined();
  expect(files.get('ann', third ?? '')).toBe('3');
  expect(files.size().bytes).toBeLessThanOrEqual(100);
});

it('clears all of one owner when the next patient comes', () => {
  const files = open();
  const mine = files.hold('ann', 'sheet', 10);
  const other = files.hold('bob', 'sheet', 10);
  files.clear('ann');
  expect(files.get('ann', mine)).toBeUndefined();
  expect(files.get('bob', other)).toBe('sheet');
});
