/** Protects workers that share a folder: each has a manifest of its own, and takes over that of one that is gone. */

import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ownerName } from '../../src/deliver/workshop-owner.ts';
import { workerPlace } from '../../src/queue/worker-place.ts';

const out = mkdtempSync(join(tmpdir(), 'handout-place-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));
const { signal } = new AbortController();

it('workers get numbers of their own, the lowest that is free', async () => {
  const first = await workerPlace(out, signal);
  const second = await workerPlace(out, signal);
  expect([first.number, second.number]).toEqual([1, 2]);
  await first.close();
  const third = await workerPlace(out, signal);
  expect(third.number).toBe(1);
  await Promise.all([second.close(), third.close()]);
  expect(readdirSync(out).sort()).toEqual(['manifest-worker-1.jsonl', 'manifest-worker-2.jsonl']);
});

it('what a killed worker left under any number is swept up, that of one at work is not', async () => {
  const [where, pid, ...rest] = ownerName().split('-');
  const lock = (number: number, process: string) =>
    `.manifest-worker-${number}.jsonl.lock-${[where, process, ...rest].join('-')}`;
  // No system gives a process such a number.
  const [dead, alive] = [lock(7, '2147483646'), lock(8, String(pid))];
  for (const name of [dead, alive]) mkdirSync(join(out, name));
  await (await workerPlace(out, signal)).close();
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([alive]);
});
