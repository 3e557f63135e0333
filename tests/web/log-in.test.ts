/** Protects the desk on a network: nothing without the passphrase, few tries, and a session that is new after the log-in. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPassphrase } from '../../src/web/passphrase.ts';
import { ownForm, type RunningDesk, startDesk } from '../support/desk-server.ts';

const words = 'four words for nobody';
let running: RunningDesk;
beforeAll(async () => {
  running = await startDesk({ server: { passphrase: await readPassphrase(undefined, words) } });
});
afterAll(() => running.close());

const headers = { host: ownForm.host, accept: 'text/html' };
const attempt = (passphrase: string) =>
  running.app.inject({
    method: 'POST',
    url: '/log-in',
    headers: ownForm,
    payload: new URLSearchParams({ passphrase }).toString(),
  });

it('shows nothing before, all after, and nothing again after logging out', async () => {
  const before = await running.app.inject({ url: '/make', headers });
  expect([before.statusCode, before.headers['location']]).toEqual([302, '/log-in']);
  const post = await running.app.inject({
    method: 'POST',
    url: '/make',
    headers: ownForm,
    payload: 'do=none',
  });
  expect(post.statusCode).toBe(401);
  expect((await attempt('wrong words for all')).statusCode).toBe(401);
  const entered = await attempt(words);
  expect(entered.statusCode).toBe(303);
  const cookie = entered.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const page = await running.app.inject({ url: '/make', headers: { ...headers, cookie } });
  expect(page.statusCode).toBe(200);
  await running.app.inject({ method: 'POST', url: '/log-out', headers: { ...ownForm, cookie }, payload: '' });
  const after = await running.app.inject({ url: '/make', headers: { ...headers, cookie } });
  expect(after.statusCode).toBe(302);
});

it('lets a guesser try a few times a minute', async () => {
  const codes: number[] = [];
  for (let tried = 0; tried < 12; tried += 1) codes.push((await attempt(`wrong words ${tried}`)).statusCode);
  expect(codes).toContain(429);
  expect(codes.at(-1)).toBe(429);
});

it('says that it is well without a log-in, and takes no short passphrase', async () => {
  expect((await running.app.inject({ url: '/healthz', headers })).statusCode).toBe(200);
  await expect(readPassphrase(undefined, 'short')).rejects.toThrow('12 to');
});
