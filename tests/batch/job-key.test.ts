/** Protects the keyed hashes: stable for one key, worthless without it, and changed by whatever changes the handout. */

import { describe, expect, it } from 'vitest';
import { inputKey, jobKey, keyName } from '../../src/batch/job-key.ts';

const key = Buffer.alloc(32, 1);
const other = Buffer.alloc(32, 2);

describe('jobKey', () => {
  // A change here makes every handout of every clinic anew, under another name.
  it('stays what it is', () => {
    expect(jobKey(key, 'MRN-0001')).toBe('3afc0eb867d0611a59726bf25ae3ae7a');
    expect(inputKey(key, { a: 1 })).toBe('8e7d50a6e949aeb6d7139cc340f7727e');
    expect(keyName(key)).toMatch(/^[0-9a-f]{8}$/);
  });

  it('differs by key, id and part', () => {
    const keys = [
      jobKey(key, 'ab'),
      jobKey(other, 'ab'),
      jobKey(key, 'a', 'b'),
      jobKey(key, 'ab', 'c'),
      jobKey(key, 'abc'),
      inputKey(key, ['ab', '']),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    for (const each of keys) expect(each).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('inputKey', () => {
  it('does not mind the order of keys, and does mind every value', () => {
    const input = { profile: { factors: { pregnancy: 'no', anticoagulant: 'yes' } }, date: '2026-11-23' };
    const turned = { date: '2026-11-23', profile: { factors: { anticoagulant: 'yes', pregnancy: 'no' } } };
    expect(inputKey(key, turned)).toBe(inputKey(key, input));
    expect(inputKey(key, { ...input, date: '2026-11-24' })).not.toBe(inputKey(key, input));
    expect(inputKey(key, { ...input, build: '1' })).not.toBe(inputKey(key, input));
  });
});
