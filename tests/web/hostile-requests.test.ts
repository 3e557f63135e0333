/** Protects the desk from requests that no browser of ours sends: each is answered shortly, or not at all, and the desk goes on. */

import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningDesk, startDesk } from '../support/desk-server.ts';
import { rawRequest } from '../support/raw-request.ts';

let running: RunningDesk;
let port: number;
beforeAll(async () => {
  running = await startDesk();
  await running.app.listen({ port: 0, host: '127.0.0.1' });
  port = (running.app.server.address() as AddressInfo).port;
});
afterAll(() => running.close());

const host = 'Host: 127.0.0.1:8484\r\n';
const close = 'Connection: close\r\n';
const own = 'Sec-Fetch-Site: same-origin\r\n';
const form = 'Content-Type: application/x-www-form-urlencoded\r\n';
const get = (path: string, headers = '') =>
  rawRequest(port, `GET ${path} HTTP/1.1\r\n${host}${headers}${close}\r\n`);
const post = (path: string, headers: string, body: string) =>
  rawRequest(
    port,
    `POST ${path} HTTP/1.1\r\n${host}${own}${headers}Content-Length: ${Buffer.byteLength(body)}\r\n${close}\r\n${body}`,
  );

/** After every attack the desk is well, has no reason to complain, and no place is taken for good. */
afterEach(async () => {
  const { status, body } = await get('/healthz');
  expect([status, body]).toEqual([200, '{"status":"ok","queue":{"atWork":0,"waiting":0}}']);
  expect(running.said).toEqual([]);
});

const inside = /\n\s+at \S|node_modules|\/src\/|\/templates\/|Error:/;

describe('the line of the request and its headers', () => {
  it.each<[string, string, number]>([
    ['no Host', `GET /make HTTP/1.1\r\n${close}\r\n`, 400],
    ['an old request without Host', 'GET /make HTTP/1.0\r\n\r\n', 421],
    ['two Hosts, ours first', `GET /make HTTP/1.1\r\n${host}Host: evil.example\r\n${close}\r\n`, 400],
    ['two Hosts, ours last', `GET /make HTTP/1.1\r\nHost: evil.example\r\n${host}${close}\r\n`, 400],
    ['a whole address', `GET http://evil.example/make HTTP/1.1\r\n${host}${close}\r\n`, 400],
    ['a Host with a user', `GET /make HTTP/1.1\r\nHost: 127.0.0.1@evil.example\r\n${close}\r\n`, 421],
    ['a Host with a dot', `GET /make HTTP/1.1\r\nHost: localhost.\r\n${close}\r\n`, 421],
    ['a header of 100 kB', `GET /make HTTP/1.1\r\n${host}X: ${'a'.repeat(100_000)}\r\n${close}\r\n`, 431],
    ['5,000 headers', `GET /make HTTP/1.1\r\n${host}${'X: aaaa\r\n'.repeat(5_000)}${close}\r\n`, 431],
    ['a bare line feed', `GET /make HTTP/1.1\r\n${host.trim()}\nX: a\r\n${close}\r\n`, 400],
    ['a folded header', `GET /make HTTP/1.1\r\n${host}X: a\r\n b\r\n${close}\r\n`, 400],
    ['a zero byte in a header', `GET /make HTTP/1.1\r\n${host}X: a\0b\r\n${close}\r\n`, 400],
    ['a method of its own', `HAND /make HTTP/1.1\r\n${host}\r\n`, 400],
    ['TRACE', `TRACE /make HTTP/1.1\r\n${host}${close}\r\n`, 403],
    ['OPTIONS, as a page elsewhere asks first', `OPTIONS /make HTTP/1.1\r\n${host}${close}\r\n`, 403],
    ['CONNECT', `CONNECT evil.example:80 HTTP/1.1\r\n${host}\r\n`, 0],
    ['PUT', `PUT /make HTTP/1.1\r\n${host}${own}Content-Length: 0\r\n${close}\r\n`, 404],
    ['DELETE', `DELETE /make HTTP/1.1\r\n${host}${own}${close}\r\n`, 404],
    ['the greeting of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['the greeting of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['an Expect nobody knows', `GET /make HTTP/1.1\r\n${host}Expect: cake\r\n${close}\r\n`, 417],
  ])('%s', async (_what, bytes, status) => {
    const answer = await rawRequest(port, bytes);
    expect([answer.status, answer.open]).toEqual([status, false]);
    expect(answer.body).not.toMatch(inside);
    expect(answer.body.length).toBeLessThan(100);
  });

  it('what a proxy would say of the sender changes nothing', async () => {
    const told =
      'X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\n';
    const { status, all } = await get('/', told);
    expect(status).toBe(302);
    expect(all).not.toContain('evil');
    expect(all).toMatch(/\r\nlocation: \/make\r\n/i);
  });

  it('two lengths, a length beside pieces, and a broken piece smuggle no second request', async () => {
    const second = `GET /make HTTP/1.1\r\n${host}\r\n`;
    for (const headers of [
      'Content-Length: 5\r\nContent-Length: 6\r\n',
      'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n',
      'Transfer-Encoding: chunked, identity\r\n',
      'Transfer-Encoding: chunked\r\n',
    ]) {
      const bytes = `POST /language HTTP/1.1\r\n${host}${own}${form}${headers}\r\nzz\r\n\r\n${second}`;
      const { status, all } = await rawRequest(port, bytes);
      expect([headers, status]).toEqual([headers, 400]);
      expect(all.match(/^HTTP\/1\.1/gm)).toHaveLength(1);
    }
  });

  it('line ends in a path, a cookie or a way back become no header', async () => {
    const answers = await Promise.all([
      get('/make%0d%0aSet-Cookie:%20evil=1'),
      get('/made/%0d%0aSet-Cookie:%20evil=1/handout.pdf'),
      get('/make', 'Cookie: desk-language=es%0d%0aX-Evil: 1\r\n'),
      post('/language', form, 'language=es&back=/make%0d%0aSet-Cookie:%20evil=1'),
    ]);
    for (const { head } of answers) expect(head).not.toMatch(/evil/i);
  });

  it('a hundred requests in one breath are answered in their order', async () => {
    const bytes = `${`GET /keys HTTP/1.1\r\n${host}\r\n`.repeat(99)}GET /healthz HTTP/1.1\r\n${host}${close}\r\n`;
    const { all } = await rawRequest(port, bytes);
    expect(all.match(/^HTTP\/1\.1 200/gm)).toHaveLength(100);
    expect(all.trimEnd()).toMatch(/"status":"ok".*\}$/);
  });
});

describe('another site', () => {
  const site = (value: string, dest: string) =>
    `Sec-Fetch-Site: ${value}\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: ${dest}\r\n`;

  it.each([
    ['a picture', 'image'],
    ['a script', 'script'],
    ['a frame', 'iframe'],
    ['a fetch', 'empty'],
  ])('does not set the desk to work by %s', async (_what, dest) => {
    for (const from of ['cross-site', 'same-site']) {
      const { status } = await get('/leaflets/leaflet.pdf?topic=back-muscle-spasm', site(from, dest));
      expect(status).toBe(403);
    }
  });

  it('may link to the desk', async () => {
    expect((await get('/make', site('cross-site', 'document'))).status).toBe(200);
  });

  it('a form with two Origins, or with one that only looks like ours, is refused', async () => {
    for (const origin of [
      'Origin: http://127.0.0.1:8484\r\nOrigin: http://evil.example\r\n',
      'Origin: http://127.0.0.1:8484.evil.example\r\n',
      'Origin: http://127.0.0.1:8484@evil.example\r\n',
      'Origin: https://127.0.0.1:8484\r\n',
      'Origin: \r\n',
    ]) {
      const bytes = `POST /language HTTP/1.1\r\n${host}${origin}${form}Content-Length: 11\r\n${close}\r\nlanguage=es`;
      expect([origin, (await rawRequest(port, bytes)).status]).toEqual([origin, 403]);
    }
  });
});

describe('a path', () => {
  it.each([
    '/assets/../../package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5c..%5cpackage.json',
    '/assets/%252e%252e%252fpackage.json',
    '/assets//etc/passwd',
    '/assets/%00',
    '/assets/frame.css%00.txt',
    '/assets/.hidden',
    '/assets/',
    '/fonts/noto/..%2f..%2fpackage.json',
    '/fonts/atkinson/../package.json',
    '/lib/pdfjs/..%2f..%2fpackage.json',
    '/made/..%2f..%2fpackage.json/handout.pdf',
    '/made/%2e%2e/handout.html',
    `/made/${'A'.repeat(22)}/handout.pdf`,
    `/made/${'A'.repeat(22)}/page-1.png`,
    '/made/__proto__/handout.txt',
    '/batch/handouts.zip',
    '/batch/part-1.pdf',
    '/batch/part-..%2f..%2fpackage.json.pdf',
    '/batch/not-made.csv',
    '/leaflets/leaflet.pdf?topic=..%2f..%2fpackage.json',
    '/leaflets/leaflet.pdf?topic=__proto__',
    '/leaflets/set.zip?set=..%2f..%2fpackage',
    '/leaflets/set.zip?set=constructor',
    '/leaflets/page-1.5.png?topic=back-muscle-spasm',
    '/leaflets/page-9e9.png?topic=back-muscle-spasm',
    '/leaflets/page-0x1.png?topic=back-muscle-spasm',
    '/leaflets/page--1.png?topic=back-muscle-spasm',
    '/library/__proto__/constructor',
    '/assets/%',
    '/%ff',
    '/made/%ff/handout.pdf',
    `/made/${'a'.repeat(500)}/handout.pdf`,
    `/library/${'%2e%2e%2f'.repeat(60)}etc/passwd`,
    '//evil.example',
    '/\\evil.example',
    '/log-in/../make',
  ])('%s leads nowhere', async (path) => {
    const { status, body, head } = await get(path);
    expect([400, 403, 404]).toContain(status);
    expect(body).not.toMatch(inside);
    expect(body).not.toMatch(/root:|"name": "clinician|PK|%PDF/);
    // Nothing of the address comes back.
    expect(body).not.toMatch(/evil|passwd|package/);
    expect(head).toMatch(/nosniff/i);
  });

  it('a file that is no file of ours is not typed as one that runs', async () => {
    const { head } = await get('/assets/frame.css');
    expect(head).toMatch(/content-type: text\/css/i);
    expect(head).toMatch(/nosniff/i);
  });
});
