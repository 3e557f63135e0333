/** Protects a purge from a wrong age: what is not clearly an age deletes nothing. */

import { expect, it } from 'vitest';
import { readAge } from '../../src/cli/age-flag.ts';

it.each([
  ['12h', 12],
  ['30d', 720],
  ['6w', 1008],
  [' 1 D ', 24],
])('reads %s', (text, hours) => {
  expect(readAge(text, '--older-than')).toBe(hours * 3_600_000);
});

it.each(['', '30', 'd', '-1d', '1.5d', '30m', '30 days', '1d12h', '0d', '1e3d', '999999d'])(
  'refuses %j and says how it is written',
  (text) => {
    expect(() => readAge(text, '--older-than')).toThrow(
      expect.objectContaining({ name: 'BadUsage', hint: expect.stringContaining('30d') }),
    );
  },
);
