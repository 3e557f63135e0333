/** Nothing -> the two packages that a queue needs, loaded when it is first used; a Fault tells how to install them. */

import type * as BullMq from 'bullmq';
import type * as IoRedis from 'ioredis';
import { Fault } from '../domain/fault.ts';

export interface QueuePackages {
  readonly bullmq: Pick<typeof BullMq, 'Queue' | 'Worker' | 'WaitingError'>;
  readonly ioredis: Pick<typeof IoRedis, 'Redis'>;
}

/** They are optional: who makes no use of a queue does not install them. Throws a Fault `queue-failed`. */
export async function queuePackages(load: () => Promise<QueuePackages> = installed): Promise<QueuePackages> {
  try {
    return await load();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const missing = code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
    throw new Fault(
      'queue-failed',
      missing
        ? 'A queue needs two packages that are not installed: bullmq and ioredis'
        : `The packages of the queue, bullmq and ioredis, do not load (${code ?? 'unknown reason'})`,
      {
        cause,
        hint: 'Run: npm install bullmq@6 ioredis@6. Without a queue, `handout batch --shard` shares the work',
      },
    );
  }
}

async function installed(): Promise<QueuePackages> {
  const [bullmq, ioredis] = await Promise.all([import('bullmq'), import('ioredis')]);
  return { bullmq, ioredis };
}
