/** Protects Leaflets: a sheet for anybody, in a language that is there, printed as often as asked, with nothing that an address can break. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedOf, placeOf } from '../../src/web/leaflets/asked.ts';
import { ownForm, type RunningDesk, startDesk } from '../support/desk-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'leaflets-'));
const before = process.env['XDG_CONFIG_HOME'];
let running: RunningDesk;
beforeAll(async () => {
  process.env['XDG_CONFIG_HOME'] = folder;
  running = await startDesk();
});
afterAll(async () => {
  await running.close();
  if (before === undefined) delete process.env['XDG_CONFIG_HOME'];
  else process.env['XDG_CONFIG_HOME'] = before;
  rmSync(folder, { recursive: true });
});

const host = '127.0.0.1:8484';
const get = (url: string, headers = {}) => running.app.inject({ url, headers: { host, ...headers } });
const post = (url: string, form: Record<string, string>) =>
  running.app.inject({
    method: 'POST',
    url,
    headers: ownForm,
    payload: new URLSearchParams(form).toString(),
  });

describe('the list', () => {
  it('has every topic with its state, and is found by name, symptom or code', async () => {
    const { body, statusCode } = await get('/leaflets');
    expect(statusCode).toBe(200);
    expect(body).toContain('Back muscle spasm');
    expect(body).toContain('Draft');
    for (const find of ['spasm', 'M62', 'spasms']) {
      const hit = await get(`/leaflets?find=${find}`);
      expect(hit.body.includes('id="found"'), find).toBe(true);
    }
    expect((await get('/leaflets?find=migraine')).body).toContain('No topic for');
    expect((await get('/leaflets?find=G83.4')).body).toContain('needs care now');
  });

  it('keeps stars and sets for the clinic, topics only', async () => {
    const starred = await post('/leaflets/star', { star: 'back-muscle-spasm', language: 'en' });
    expect(starred.statusCode).toBe(303);
    await post('/leaflets/star', { star: '../../evil' });
    await post('/leaflets/save', { title: '<b>New back pain</b>', topics: 'back-muscle-spasm' });
    await post('/leaflets/save', { title: 'Nothing in it', topics: 'no-such-topic' });
    const { body } = await get('/leaflets');
    expect(body).toContain('aria-pressed="true"');
    expect(body).toContain('&lt;b&gt;New back pain');
    expect(body).not.toContain('<b>New');
    const kept = JSON.parse(readFileSync(join(folder, 'clinician-handouts', 'leaflets.json'), 'utf8'));
    expect(kept).toMatchObject({
      favourites: ['back-muscle-spasm'],
      sets: [{ topics: ['back-muscle-spasm'] }],
    });
    await post('/leaflets/remove', { remove: kept.sets[0].id });
    await post('/leaflets/star', { star: 'back-muscle-spasm' });
    const after = await get('/leaflets');
    expect(after.body).not.toContain('New back pain');
    expect(after.body).not.toContain('aria-pressed="true"');
  });

  it('escapes whatever stands in an address', async () => {
    const evil = encodeURIComponent('"><img src=x onerror=alert(1)>');
    for (const name of ['find', 'topic', 'set', 'language', 'style', 'paper', 'printer', 'copies']) {
      const answer = await get(`/leaflets?${name}=${evil}&${name}=${evil}`);
      expect(answer.statusCode, name).toBe(200);
      expect(answer.body, name).not.toContain('<img src=x');
    }
  });
});

it('an address says again what was asked', async () => {
  const content = await running.desk.content();
  if (!content.ok) throw new Error('the shipped content has mistakes');
  const given = { topic: 'back-muscle-spasm', language: 'es', style: 'full', paper: 'A4', copies: '3' };
  const asked = askedOf(given, content.kit.content, 'en');
  expect(Object.fromEntries(new URLSearchParams(placeOf(asked).split('?')[1]))).toEqual(given);
  expect(askedOf({ topic: 'x', copies: '1e9', paper: 'A3' }, content.kit.content, 'es')).toMatchObject({
    topic: '',
    copies: 1,
    language: 'es',
  });
});

it('what can not be made is not printed', async () => {
  // This desk has no browser.
  expect((await get('/leaflets?topic=back-muscle-spasm')).statusCode).toBe(500);
  expect((await get('/leaflets/leaflet.pdf?topic=no-such-topic')).statusCode).toBe(404);
  expect((await get('/leaflets/page-1.png?topic=no-such-topic')).statusCode).toBe(404);
});
