/** Protects a patient who is refused by a worker: sheets of a batch that ran meanwhile in the same folder go too. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { batchRun, good, inDanger, roster } from '../support/batch-run.ts';
import { noRedis, testRedis } from '../support/redis.ts';
import { bin } from '../support/run-handout.ts';

const { folder, env, run, file, batch, sheets } = batchRun();

describe.skipIf(noRedis())('a worker', () => {
  const redis = testRedis();

  it('knows what a batch made that began after it', async () => {
    const environment = { ...env, HANDOUT_REDIS: redis.url() };
    const worker = spawn(process.execPath, [bin, 'worker', '--out', 'out', '--json'], {
      cwd: folder,
      env: { ...process.env, HANDOUT_RECORDS: 'off', ...environment },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = new Promise((resolve) => worker.once('close', resolve));
    const refused = new Promise((resolve) => {
      worker.stdout.on('data', (text: Buffer) => text.includes('"event":"refused"') && resolve(undefined));
    });
    try {
      await expect
        .poll(() => existsSync(join(folder, 'out', 'manifest-worker-1.jsonl')), { timeout: 15_000 })
        .toBe(true);
      file('r.csv', roster(good('p1')));
      expect(await batch(['r.csv', '--out', 'out'])).toMatchObject({ code: 0 });
      file('r.csv', roster(inDanger('p1')));
      await run(['enqueue', 'r.csv', '--date', '2026-11-23'], '', environment);
      await refused;
    } finally {
      worker.kill('SIGINT');
      await ended;
    }
    expect(Object.keys(sheets())).toEqual([]);
  }, 60_000);
});
