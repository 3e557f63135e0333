/** Protects passwords: an address is shown without one, and a wrong address not at all. */

import { expect, it } from 'vitest';
import { redisAddress } from '../../src/queue/redis-address.ts';

it.each([
  [undefined, {}, '127.0.0.1:6379'],
  [undefined, { HANDOUT_REDIS: 'rediss://:hush@redis.example:6380/2' }, 'redis.example:6380'],
  ['redis://user:hush@[::1]', { HANDOUT_REDIS: 'redis://other' }, '[::1]:6379'],
])('%j is shown by host and port', (given, environment, shown) => {
  expect(redisAddress(given, environment)).toMatchObject({ ok: true, address: { shown } });
});

it.each(['', 'redis.example', 'http://:hush@redis.example', 'redis://:hu/sh@redis.example', 'redis://'])(
  '%j is no address, and is not repeated',
  (given) => {
    const parsed = redisAddress(given, {});
    expect(parsed.ok).toBe(false);
    expect(JSON.stringify(parsed)).not.toContain('hu/sh');
  },
);
