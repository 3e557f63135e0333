/** Nothing -> a Redis of the test file's own on a free port, or the printed reason why its tests are skipped. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach } from 'vitest';

export interface TestRedis {
  url(): string;
  client(): Redis;
  /** Every command that ever changed something in it: also what is gone by now. */
  everWritten(): string;
}

/** For `describe.skipIf`; says why. */
export function noRedis(): boolean {
  if (spawnSync('redis-server', ['--version']).status === 0) return false;
  process.stderr.write('skipped: redis-server is not installed (apt-get install redis-server)\n');
  return true;
}

/** To be called inside the `describe`; it is emptied before each test, and gone at the end. */
export function testRedis(): TestRedis {
  let folder = '';
  let server: ChildProcess | undefined;
  let client: Redis | undefined;
  let port = 0;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'handout-redis-'));
    port = await freePort();
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes'];
    server = spawn('redis-server', [...options, '--save', ''], { stdio: 'ignore' });
    client = new Redis(port, '127.0.0.1', { retryStrategy: () => 50, maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    await client.ping();
  });
  beforeEach(async () => {
    await client?.flushall();
  });
  afterAll(async () => {
    client?.disconnect();
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server?.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    url: () => `redis://127.0.0.1:${port}`,
    client: () => {
      if (client === undefined) throw new Error('Redis does not run yet');
      return client;
    },
    everWritten: () =>
      readdirSync(join(folder, 'appendonlydir'))
        .map((name) => readFileSync(join(folder, 'appendonlydir', name), 'latin1'))
        .join(''),
  };
}

/** Free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
