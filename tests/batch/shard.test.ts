/** Protects shards: the same job goes to the same machine in every version, each job to one, and each about as often. */

import { describe, expect, it } from 'vitest';
import { manifestName, parseShard, shardOf } from '../../src/batch/shard.ts';
import { hex32 } from '../support/manifest.ts';

describe('shardOf', () => {
  // A change here makes a fleet that is half updated leave jobs out.
  it.each([
    ['00000000000000000000000000000000', 16, 1],
    ['0000000000000000000000000000000f', 16, 1],
    ['00000000000f00000000000000000000', 16, 16],
    ['ffffffffffffffffffffffffffffffff', 16, 16],
    ['ffffffffffffffffffffffffffffffff', 7, 1],
    ['3b18e512dba79e4c8300dd08aeb37f8e', 3, 3],
    ['3b18e512dba79e4c8300dd08aeb37f8e', 1, 1],
  ])('of %s in %i is %i', (job, count, shard) => {
    expect(shardOf(job, count)).toBe(shard);
  });

  it('divides jobs evenly', () => {
    const counts = new Map<number, number>();
    for (let i = 0; i < 4000; i += 1) {
      const shard = shardOf(hex32(`job ${i}`), 4);
      counts.set(shard, (counts.get(shard) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4]);
    expect(Math.min(...counts.values())).toBeGreaterThan(900);
  });
});

describe('parseShard', () => {
  it('reads I/N', () => {
    expect(parseShard('3/16')).toEqual({ ok: true, shard: { index: 3, count: 16 } });
    expect(parseShard(' 1/1 ')).toEqual({ ok: true, shard: { index: 1, count: 1 } });
  });

  it.each([
    ['3', 'written I/N'],
    ['-1/4', 'written I/N'],
    ['1/4/2', 'written I/N'],
    ['0/4', 'counted from 1'],
    ['5/4', 'no shard 5 of 4'],
    ['1/0', '1 to 10000 shards'],
    ['1/20000', '1 to 10000 shards'],
  ])('refuses %s', (text, message) => {
    expect(parseShard(text)).toMatchObject({ ok: false, message: expect.stringContaining(message) });
  });
});

it('each shard has a manifest of its own', () => {
  expect(manifestName()).toBe('manifest.jsonl');
  expect(manifestName({ index: 1, count: 1 })).toBe('manifest.jsonl');
  expect(manifestName({ index: 3, count: 16 })).toBe('manifest-3-of-16.jsonl');
});
