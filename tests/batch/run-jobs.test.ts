/** Protects the runner: never more in flight than asked for, pulled lazily, all results told, an end that loses nothing. */

import { describe, expect, it } from 'vitest';
import { runJobs } from '../../src/batch/run-jobs.ts';

async function* numbers(count: number, pulled: number[] = []): AsyncGenerator<number> {
  for (let i = 0; i < count; i += 1) {
    pulled.push(i);
    yield i;
  }
}

/** Lets everything that waits go on. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

async function all<R>(results: AsyncIterable<R>): Promise<R[]> {
  const list: R[] = [];
  for await (const result of results) list.push(result);
  return list;
}

describe('runJobs', () => {
  it('gives each job its result, once', async () => {
    const results = await all(runJobs(numbers(100), async (n) => n * 2, { concurrency: 7 }));
    expect(results.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i * 2));
  });

  it('has no more in flight than asked for, and as many', async () => {
    let now = 0;
    let most = 0;
    const work = async () => {
      now += 1;
      most = Math.max(most, now);
      await turn();
      now -= 1;
    };
    await all(runJobs(numbers(50), work, { concurrency: 4 }));
    expect(most).toBe(4);
  });

  it('pulls only what it works on, so that a long roster is never held in memory', async () => {
    const pulled: number[] = [];
    const results = runJobs(numbers(1000, pulled), async (n) => n, { concurrency: 3 });
    await results.next();
    await turn();
    expect(pulled.length).toBeLessThanOrEqual(4);
    await results.return(undefined);
  });

  it('begins nothing more once it is told to stop, and finishes what is in flight', async () => {
    const stop = new AbortController();
    const done: number[] = [];
    const work = async (n: number) => {
      if (n === 5) stop.abort();
      await turn();
      done.push(n);
      return n;
    };
    const results = await all(runJobs(numbers(100), work, { concurrency: 3, signal: stop.signal }));
    expect(results.length).toBe(done.length);
    expect(results.length).toBeLessThan(12);
    expect(results).toContain(5);
  });

  it('ends only when those in flight have ended, also for who asks for no more', async () => {
    let ended = 0;
    const work = async () => {
      for (let turns = 0; turns < 5; turns += 1) await turn();
      ended += 1;
    };
    const results = runJobs(numbers(1000), work, { concurrency: 3 });
    await results.next();
    await results.return(undefined);
    expect(ended).toBe(3);
  });

  it('tells all results before it passes on that the source broke', async () => {
    async function* breaking(): AsyncGenerator<number> {
      yield 1;
      yield 2;
      throw new Error('the disk went away');
    }
    const seen: number[] = [];
    const run = async () => {
      for await (const result of runJobs(breaking(), async (n) => n, { concurrency: 2 })) seen.push(result);
    };
    await expect(run()).rejects.toThrow('the disk went away');
    expect(seen.sort()).toEqual([1, 2]);
  });
});
