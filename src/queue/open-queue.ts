/** An address and a name -> the queue of that name, tried and ready. */

import type { Queue } from 'bullmq';
import { type OpenRedis, openRedis } from './open-redis.ts';
import { type QueuePackages, queuePackages } from './queue-packages.ts';
import type { RedisAddress } from './redis-address.ts';
import { redisPrefix } from './wanted.ts';

export interface OpenQueue {
  readonly name: string;
  readonly queue: Queue;
  readonly redis: OpenRedis['redis'];
  readonly packages: QueuePackages;
  readonly warnings: readonly string[];
  close(): Promise<void>;
}

/** Throws a Fault `queue-failed`. */
export async function openQueue(
  name: string,
  address: RedisAddress,
  say: (text: string) => void,
): Promise<OpenQueue> {
  const packages = await queuePackages();
  const { redis, warnings, close } = await openRedis(address, packages, say);
  const queue = new packages.bullmq.Queue(name, {
    connection: redis,
    prefix: redisPrefix,
    // Nobody listens to its events.
    streams: { events: { maxLen: 100 } },
  });
  // Redis went away: it says so itself.
  queue.on('error', () => undefined);
  return {
    name,
    queue,
    redis,
    packages,
    warnings,
    close: async () => {
      if (redis.status === 'ready') await queue.close().catch(() => undefined);
      close();
    },
  };
}
