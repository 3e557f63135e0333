/** Protects whoever has no queue: its packages are optional, and a missing one is told with the command that installs it. */

import { expect, it } from 'vitest';
import { queuePackages } from '../../src/queue/queue-packages.ts';

const broken = (code: string) => () => Promise.reject(Object.assign(new Error('x'), { code }));

it('missing packages are told with the command that installs them', async () => {
  await expect(queuePackages(broken('ERR_MODULE_NOT_FOUND'))).rejects.toMatchObject({
    code: 'queue-failed',
    message: 'A queue needs two packages that are not installed: bullmq and ioredis',
    hint: expect.stringContaining('npm install bullmq@6 ioredis@6'),
  });
});

it('packages that are there but broken are not called missing', async () => {
  await expect(queuePackages(broken('ERR_DLOPEN_FAILED'))).rejects.toMatchObject({
    message: expect.stringContaining('do not load (ERR_DLOPEN_FAILED)'),
  });
});

it('both are loaded where they are installed', async () => {
  const { bullmq, ioredis } = await queuePackages();
  expect([typeof bullmq.Worker, typeof ioredis.Redis]).toEqual(['function', 'function']);
});
