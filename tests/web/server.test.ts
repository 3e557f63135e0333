/** Protects the doors of the desk: who may speak to it, what a browser may do with its pages, and what caches may keep. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownForm, type RunningDesk, startDesk } from '../support/desk-server.ts';

let running: RunningDesk;
beforeAll(async () => {
  running = await startDesk();
});
afterAll(() => running.close());

const host = '127.0.0.1:8484';

describe('the desk answers', () => {
  it('its own page, with a strict policy and nothing for caches', async () => {
    const answer = await running.app.inject({ url: '/make', headers: { host } });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer.body).not.toMatch(/<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=/);
    expect(answer.headers['set-cookie']).toMatch(/^desk=[\w-]{22}; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('that it is well', async () => {
    const answer = await running.app.inject({ url: '/healthz', headers: { host } });
    expect(answer.json()).toMatchObject({ status: 'ok' });
  });
});

describe('the desk refuses', () => {
  it.each(['evil.example', 'evil.example:8484', '127.0.0.1.evil.example', 'localhost.evil'])(
    'the name %s',
    async (name) => {
      const answer = await running.app.inject({ url: '/make', headers: { host: name } });
      expect(answer.statusCode).toBe(421);
    },
  );

  it.each([
    ['nothing that says where it comes from', {}],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this computer', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'http://127.0.0.1:9999' }],
    ['no origin at all', { origin: 'null' }],
  ])('a form from %s', async (_from, headers) => {
    const { 'sec-fetch-site': _own, ...rest } = ownForm;
    const answer = await running.app.inject({
      method: 'POST',
      url: '/language',
      headers: { ...rest, ...headers },
      payload: 'language=es',
    });
    expect(answer.statusCode).toBe(403);
  });

  it('a way back that leads elsewhere', async () => {
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const answer = await running.app.inject({
        method: 'POST',
        url: '/language',
        headers: ownForm,
        payload: new URLSearchParams({ language: 'es', back }).toString(),
      });
      expect(answer.headers['location']).toBe('/');
    }
  });

  it('more than a form can hold, and a path that leads out of its folder', async () => {
    const large = await running.app.inject({
      method: 'POST',
      url: '/make',
      headers: ownForm,
      payload: `name=${'x'.repeat(300_000)}`,
    });
    expect(large.statusCode).toBe(413);
    const out = await running.app.inject({ url: '/assets/..%2fmessages%2fen.yaml', headers: { host } });
    expect(out.statusCode).toBeGreaterThanOrEqual(400);
    expect(out.body).not.toContain('messages:');
  });
});

describe('the language of the desk', () => {
  it('follows the cookie, then the browser', async () => {
    const spanish = await running.app.inject({
      url: '/make',
      headers: { host, 'accept-language': 'es-MX,es;q=0.9,en;q=0.5' },
    });
    expect(spanish.body).toContain('<html lang="es"');
    const chosen = await running.app.inject({
      url: '/make',
      headers: { host, 'accept-language': 'es-MX', cookie: 'desk-language=en' },
    });
    expect(chosen.body).toContain('<html lang="en"');
  });
});
