/** The address of a Redis -> a connection that was tried, and whose settings keep what waits; or a Fault in plain words. */

import type { Redis } from 'ioredis';
import { Fault } from '../domain/fault.ts';
import type { QueuePackages } from './queue-packages.ts';
import type { RedisAddress } from './redis-address.ts';

export interface OpenRedis {
  readonly redis: Redis;
  readonly warnings: readonly string[];
  close(): void;
}

const patienceMs = 5000;
const longestPauseMs = 5000;

/** Throws a Fault `queue-failed`. Once open, it connects anew by itself whenever it is cut off. */
export async function openRedis(
  address: RedisAddress,
  { ioredis }: QueuePackages,
  say: (text: string) => void,
): Promise<OpenRedis> {
  let open = false;
  let away = false;
  let last: unknown;
  const redis = new ioredis.Redis(address.url, {
    lazyConnect: true,
    connectTimeout: patienceMs,
    // What a queue waits for may come in an hour.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (open ? Math.min(200 * times, longestPauseMs) : null),
  });
  redis.on('error', (cause) => {
    last = cause;
  });
  redis.on('close', () => {
    if (!open || away) return;
    away = true;
    say(`warning: Redis at ${address.shown} went away; trying again until it is back`);
  });
  redis.on('ready', () => {
    if (away) say(`Redis at ${address.shown} is back`);
    away = false;
  });
  const close = () => {
    open = false;
    redis.disconnect();
  };
  try {
    await redis.connect();
    const info = await redis.info();
    const warnings = checked(info, address);
    open = true;
    return { redis, warnings, close };
  } catch (cause) {
    close();
    throw cause instanceof Fault ? cause : redisFault(cause, last, address);
  }
}

/** A queue that may be thrown away to make room loses handouts without a word. */
function checked(info: string, { shown }: RedisAddress): string[] {
  const of = (name: string) => new RegExp(`^${name}:(.*?)\\s*$`, 'm').exec(info)?.[1];
  const policy = of('maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction')
    throw new Fault(
      'queue-failed',
      `Redis at ${shown} may throw away what waits (maxmemory-policy ${policy})`,
      {
        hint: 'Set `maxmemory-policy noeviction` in redis.conf, or give the queue a Redis of its own',
      },
    );
  return of('aof_enabled') === '0'
    ? [
        `warning: Redis at ${shown} keeps what waits in memory: a loss of power may lose it. Set \`appendonly yes\` in redis.conf`,
      ]
    : [];
}

function redisFault(cause: unknown, last: unknown, { shown }: RedisAddress): Fault {
  const text = [cause, last].map((each) => (each instanceof Error ? each.message : '')).join(' ');
  const codes = [cause, last].map((each) => (each as NodeJS.ErrnoException | undefined)?.code);
  const [message, hint] = plain(
    text,
    codes.find((code) => code !== undefined),
  );
  return new Fault('queue-failed', `Redis at ${shown} ${message}`, { cause, hint, retryable: true });
}

/** The message of the cause is not told: it may quote the command, with the password in it. */
function plain(text: string, code: string | undefined): [string, string] {
  if (/WRONGPASS|NOAUTH|invalid (username-)?password|without any password/i.test(text))
    return [
      'does not let us in: the password is missing or wrong',
      'Put it into HANDOUT_REDIS, as in redis://:PASSWORD@HOST:PORT; %-encode signs such as @ and /',
    ];
  if (/NOPERM/.test(text))
    return [
      'does not let this user do what a queue needs',
      'Give the user the rights `+@all ~*` or another user',
    ];
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return ['is not known by this name', 'Check the host in --redis or HANDOUT_REDIS'];
  if (/LOADING/.test(text)) return ['is still starting', 'Try again in a minute'];
  if (code !== undefined && /^(ERR_(SSL|TLS)|CERT|DEPTH|SELF_SIGNED|UNABLE_TO)/.test(code))
    return [
      `can't be trusted or does not speak TLS (${code})`,
      'Use rediss:// only for TLS, and name the certificate of your own authority in NODE_EXTRA_CA_CERTS',
    ];
  return [
    `can't be reached (${code ?? 'no answer'})`,
    'Is it running, and is this the right address? --redis redis://HOST:PORT, else HANDOUT_REDIS',
  ];
}
