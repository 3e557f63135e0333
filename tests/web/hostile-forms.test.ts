/** Protects the desk's forms: what is too large, malformed or not ours is refused in plain words, and what is typed comes back as text. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ownForm, type RunningDesk, startDesk } from '../support/desk-server.ts';
import { htmlParts } from '../support/html-parts.ts';

let running: RunningDesk;
beforeAll(async () => {
  running = await startDesk();
});
afterAll(() => running.close());

const send = (url: string, payload: string | Buffer, headers: Record<string, string> = {}) =>
  running.app.inject({ method: 'POST', url, headers: { ...ownForm, ...headers }, payload });
const fields = (all: readonly (readonly [string, string])[]) =>
  new URLSearchParams(all.map(([name, value]): [string, string] => [name, value])).toString();
const topic = ['topic', 'back-muscle-spasm'] as const;
const inside = /\n\s+at \S|node_modules|\/src\/|Error:/;

afterEach(async () => {
  const well = await running.app.inject({ url: '/healthz', headers: { host: ownForm.host } });
  expect(well.json()).toEqual({ status: 'ok', queue: { atWork: 0, waiting: 0 } });
});

/** It stands in every field, and in the name of a file. */
const evil = `Marker"'><img src=x onerror=alert(1)></textarea></title><script>alert(1)</script>{{constructor}}{{{x}}}\${7*7}`;

describe('a body', () => {
  it.each<[string, string, string | Buffer, number]>([
    ['larger than a form', 'application/x-www-form-urlencoded', `name=${'x'.repeat(300_000)}`, 413],
    ['in JSON', 'application/json', '{"do":"enter"}', 415],
    ['in JSON with a prototype', 'application/json', '{"__proto__":{"do":"enter"}}', 415],
    ['in plain text, as a page elsewhere can send it', 'text/plain', 'do=enter', 415],
    ['in XML', 'application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 415],
    ['of no type', '', 'do=enter', 415],
    ['of a type that is none', 'x', 'do=enter', 415],
    ['with a file where none belongs', 'multipart/form-data; boundary=x', '--x--\r\n', 415],
    ['that is no text', 'application/x-www-form-urlencoded', Buffer.from([0, 255, 254, 61, 128]), 200],
    ['of broken escapes', 'application/x-www-form-urlencoded', 'find=%&%zz=%e2%82&=&&&', 200],
    ['of 80,000 fields', 'application/x-www-form-urlencoded', 'a&'.repeat(80_000), 200],
    ['of a field twice', 'application/x-www-form-urlencoded', 'topic=a&topic=b', 400],
    ['of too many signs', 'application/x-www-form-urlencoded', 'sign=E1&'.repeat(500), 400],
    ['of a field that is too long', 'application/x-www-form-urlencoded', `topic=${'a'.repeat(90)}`, 400],
    ['of a note that is too long', 'application/x-www-form-urlencoded', `note=${'a'.repeat(9_000)}`, 400],
  ])('%s', async (_what, type, payload, status) => {
    const { 'content-type': _ours, ...headers } = ownForm;
    const answer = await running.app.inject({
      method: 'POST',
      url: '/make',
      headers: type === '' ? headers : { ...headers, 'content-type': type },
      payload,
    });
    expect(answer.statusCode).toBe(status);
    expect(answer.body).not.toMatch(inside);
    // A page for a person, in words.
    expect(answer.headers['content-type']).toMatch(/text\/html/);
    if (status >= 400) expect(answer.body).toMatch(/could not read that|too large/);
    expect(running.said).toEqual([]);
  });
});

describe('names that reach into the program', () => {
  it.each([
    ['__proto__', 'x'],
    ['__proto__[polluted]', 'x'],
    ['constructor.prototype.polluted', 'x'],
    ['f.constructor', 'yes'],
    ['f.__proto__', 'yes'],
    ['f.hasownproperty', 'yes'],
    ['s.constructor', 'yes'],
    ['s.__proto__', 'yes'],
    ['sign', '__proto__'],
    ['sign', 'constructor'],
    ['topic', '__proto__'],
    ['topic', 'constructor'],
    ['code', '__proto__'],
    ['language', '__proto__'],
    ['style', 'constructor'],
    ['paper', '__proto__'],
    ['age', 'constructor'],
    ['printer', '__proto__'],
    ['out', '__proto__'],
    ['order', 'constructor'],
    ['do', 'topic:__proto__'],
    ['do', 'constructor'],
    ['do', 'code:constructor'],
    ['shown', '__proto__'],
    ['made', 'constructor'],
  ])('%s=%s changes nothing', async (name, value) => {
    const { statusCode, body } = await send('/make', fields([topic, [name, value]]));
    expect([200, 400]).toContain(statusCode);
    expect(body).not.toMatch(inside);
    expect(body).not.toContain('[native code]');
    expect({}).not.toHaveProperty('polluted');
    expect(running.said).toEqual([]);
  });
});

describe('what is typed comes back as text', () => {
  const textsOf = (body: string) => {
    const { texts, attributes, running: runs } = htmlParts(body);
    expect(runs).toEqual([]);
    expect(
      attributes.filter(({ element, name, value }) => `${element} ${name} ${value}` === 'img src x'),
    ).toEqual([]);
    return { texts, values: attributes.map(({ value }) => value) };
  };

  it('in the search', async () => {
    for (const find of [evil, evil.slice(0, 40), 'a"b<c>d']) {
      const { body, statusCode } = await send(
        '/make',
        fields([
          ['find', find],
          ['do', 'search'],
        ]),
      );
      expect(statusCode).toBe(200);
      const { values } = textsOf(body);
      expect(values).toContain(find);
    }
  });

  it('in every field that one step carries to the next', async () => {
    const names = ['name', 'note', 'find'] as const;
    const short = [
      'code',
      'language',
      'style',
      'size',
      'paper',
      'age',
      'line',
      'visit',
      'kept',
      'out',
      'put',
    ];
    const more = [
      'order',
      'shown',
      'made',
      'printer',
      'copies',
      'sign',
      'seen',
      'checked',
      'f.cancer',
      's.heat',
    ];
    const cut = evil.slice(0, 79);
    for (const step of ['check', 'none', 'update'])
      for (const alone of [...names, ...short, ...more]) {
        const value = names.some((name) => name === alone) ? evil : cut;
        const sent = fields([topic, [alone, value], ['do', step]]);
        const { body, statusCode } = await send('/make', sent);
        // 500: all was in order, but no browser is there to make the pages.
        const wanted = body.includes('data-step="form"') ? [200, 500] : [200, 400];
        expect([alone, step, wanted]).toEqual([alone, step, expect.arrayContaining([statusCode])]);
        textsOf(body);
      }
    // Without a browser no page can be made, and it is told by its code alone.
    expect(running.said.join('\n')).not.toMatch(/Marker/);
    running.said.length = 0;
  });

  it('in the name and the note, where the form shows them again', async () => {
    const sent = fields([topic, ['checked', 'none'], ['name', evil], ['note', evil]]);
    const { body } = await send('/make', sent);
    const { texts, values } = textsOf(body);
    expect(values).toContain(evil);
    expect(texts).toContain(evil);
    expect(running.said.join('\n')).not.toMatch(/Marker/);
    running.said.length = 0;
  });

  it('in the addresses of Leaflets and Library', async () => {
    const query = (names: readonly string[]) =>
      fields(names.map((name) => [name, evil.slice(0, 79)] as const));
    for (const url of [
      `/leaflets?${query(['topic', 'set', 'find', 'language', 'style', 'paper', 'printer', 'copies'])}`,
      `/keys?${query(['back'])}`,
      `/make?${query(['name', 'note', 'topic'])}`,
      `/batch?${query(['row'])}`,
    ]) {
      const { body, statusCode } = await running.app.inject({
        url,
        headers: { host: ownForm.host, accept: 'text/html' },
      });
      expect([url.slice(0, 9), statusCode]).toEqual([url.slice(0, 9), 200]);
      textsOf(body);
    }
  });

  it('in an address that is not there: of it nothing comes back', async () => {
    const url = `/nothing/${encodeURIComponent(evil)}`;
    const { body, statusCode } = await running.app.inject({
      url,
      headers: { host: ownForm.host, accept: 'text/html' },
    });
    expect(statusCode).toBe(404);
    textsOf(body);
  });

  it('in the language of the desk', async () => {
    const answer = await send(
      '/language',
      fields([
        ['language', evil.slice(0, 30)],
        ['back', evil],
      ]),
    );
    expect([answer.statusCode, answer.headers['location']]).toEqual([303, '/']);
    const page = await running.app.inject({
      url: '/make',
      headers: {
        host: ownForm.host,
        cookie: `desk-language=${encodeURIComponent(evil)}`,
        accept: 'text/html',
      },
    });
    expect(page.statusCode).toBe(200);
    textsOf(page.body);
  });

  it('in the name of whoever prints, and it becomes no header', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-hostile-'));
    const recording = await startDesk({ records: folder });
    const by = `${evil.slice(0, 34)}\r\nX: 1`;
    const said = await recording.app.inject({
      method: 'POST',
      url: '/by',
      headers: ownForm,
      payload: fields([
        ['by', by],
        ['back', '/make'],
      ]),
    });
    expect(said.headers['x']).toBeUndefined();
    const cookie = said.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
    const { body } = await recording.app.inject({ url: '/make', headers: { host: ownForm.host, cookie } });
    expect(textsOf(body).values.some((value) => value.startsWith(evil.slice(0, 34)))).toBe(true);
    await recording.close();
    rmSync(folder, { recursive: true });
  });
});
