/** `--queue` and `--redis` -> the queue that is meant, opened. */

import { type OpenQueue, openQueue } from '../queue/open-queue.ts';
import { redisAddress } from '../queue/redis-address.ts';
import { BadUsage } from './bad-usage.ts';
import type { Terminal } from './terminal.ts';

export interface QueueFlags {
  readonly queue?: string | undefined;
  readonly redis?: string | undefined;
}

const usualName = 'handouts';

/** Throws a Fault `queue-failed`. */
export async function namedQueue(
  flags: QueueFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<OpenQueue> {
  const name = flags.queue ?? usualName;
  if (!/^[A-Za-z0-9._-]{1,60}$/.test(name))
    throw new BadUsage(
      '--queue is a name of up to 60 letters, digits, dots, hyphens and underscores',
      `Leave it out for \`${usualName}\`; never name a queue after a patient`,
    );
  const parsed = redisAddress(flags.redis, environment);
  if (!parsed.ok) throw new BadUsage(parsed.message, parsed.hint);
  const opened = await openQueue(name, parsed.address, (text) => terminal.say(text));
  for (const warning of opened.warnings) terminal.say(warning);
  return opened;
}
