/** Protects what is held for one browser from every other one, and all of the desk from whoever has not logged in. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeldSheet } from '../../src/web/held-sheet.ts';
import { readPassphrase } from '../../src/web/passphrase.ts';
import { ownForm, type RunningDesk, startDesk } from '../support/desk-server.ts';

const words = 'four words for nobody';
let open: RunningDesk;
let locked: RunningDesk;
beforeAll(async () => {
  open = await startDesk();
  locked = await startDesk({ server: { passphrase: await readPassphrase(undefined, words) } });
});
afterAll(async () => {
  await open.close();
  await locked.close();
});

const host = ownForm.host;
const mine = 'm'.repeat(22);
const get = (running: RunningDesk, url: string, cookie?: string) =>
  running.app.inject({
    url,
    headers: { host, accept: 'text/html', ...(cookie === undefined ? {} : { cookie }) },
  });
const post = (running: RunningDesk, url: string, payload: string, headers: Record<string, string> = {}) =>
  running.app.inject({ method: 'POST', url, headers: { ...ownForm, ...headers }, payload });

/** Method and address of every route, with something in place of its parts. */
function routesOf({ app }: RunningDesk): { method: 'GET' | 'POST'; url: string }[] {
  const above: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] =
        /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? [];
      if (part === '') return [];
      const depth = indent.length / 4;
      above.splice(depth, Number.POSITIVE_INFINITY, part);
      const url = above.join('').replace(/:[a-z]+/g, '1');
      const known = (['GET', 'POST'] as const).filter((method) => methods.includes(method));
      return url.includes('*') ? [] : known.map((method) => ({ method, url }));
    });
}

describe('what is held', () => {
  const sheet = { pdf: Buffer.from('%PDF-'), pages: 2, fileName: 'a.pdf' } as unknown as HeldSheet;
  const forms = ['pages.pdf', 'handout.pdf', 'handout.html', 'handout.txt', 'page-1.png'];

  it('is given to no other browser, whatever it says that it is', async () => {
    const id = open.desk.held.hold(mine, sheet, 10);
    expect((await get(open, `/made/${id}/pages.pdf`, `desk=${mine}`)).statusCode).toBe(200);
    const others = [
      undefined,
      'desk=',
      `desk=${'o'.repeat(22)}`,
      `desk=${mine.slice(1)}`,
      `desk=${mine}x`,
      `desk=${mine.toUpperCase()}`,
      `Desk=${mine}`,
      `desk="${'o'.repeat(22)}"; other=${mine}`,
      `desk=${'o'.repeat(22)}; desk=${mine}`,
      `desk=${encodeURIComponent(`${mine}\0`)}`,
      'desk=__proto__',
      `desk-session=${mine}`,
    ];
    for (const cookie of others)
      for (const form of forms) {
        const { statusCode, body } = await get(open, `/made/${id}/${form}`, cookie);
        expect([cookie, form, statusCode]).toEqual([cookie, form, 404]);
        expect(body).not.toContain('%PDF');
      }
  });

  it('is not found under an id that is only like it', async () => {
    const id = open.desk.held.hold(mine, sheet, 10);
    const alike = [
      id.slice(1),
      `${id}A`,
      id.toLowerCase(),
      `${id}%20`,
      `${id}/..`,
      'undefined',
      '',
      '*',
      '%2e',
    ];
    for (const each of alike.filter((one) => one !== id))
      expect((await get(open, `/made/${each}/pages.pdf`, `desk=${mine}`)).statusCode).not.toBe(200);
  });

  it('can not be shown again, or printed, by a form of another browser', async () => {
    const id = open.desk.held.hold(mine, sheet, 10);
    const form = new URLSearchParams({ shown: id, made: 'x', do: 'print', printer: 'front' }).toString();
    const { body } = await post(open, '/make', form, { cookie: `desk=${'o'.repeat(22)}` });
    expect(body).not.toContain(id);
    expect(open.said).toEqual([]);
  });

  it('is found in no print and no batch of another browser', async () => {
    for (const url of [
      `/print/${mine}`,
      `/print/${mine}/handout.pdf`,
      '/batch/handouts.zip',
      '/batch/not-made.csv',
    ])
      expect((await get(open, url, `desk=${'o'.repeat(22)}`)).statusCode).toBe(404);
  });
});

describe('without the passphrase', () => {
  it('no route answers but the way in, its looks, and whether the desk is well', async () => {
    const all = routesOf(locked);
    expect(all.length).toBeGreaterThan(25);
    const answered = [];
    for (const { method, url } of all) {
      const { statusCode, headers } = await (method === 'GET' ? get(locked, url) : post(locked, url, ''));
      const turnedAway = method === 'GET' ? headers['location'] === '/log-in' : statusCode === 401;
      if (!turnedAway) answered.push(`${method} ${url}`);
    }
    // Choosing a language is a cookie of one's own; logging in with nothing is refused by itself.
    expect(answered.sort()).toEqual(['GET /healthz', 'GET /log-in', 'POST /language']);
    expect((await get(locked, '/assets/frame.css')).statusCode).toBe(200);
    expect((await get(locked, '/lib/pdfjs/pdf.mjs')).statusCode).toBe(302);
  });

  it('a spelling of an open address opens no other', async () => {
    for (const url of [
      '/log-in/../make',
      '/log-in%2f..%2fmake',
      '/healthz/../make',
      '/assets/../make',
      '/language/../make',
    ])
      expect([302, 403, 404]).toContain((await get(locked, url)).statusCode);
  });

  it('forged, guessed and ended sessions are none', async () => {
    const entered = await post(locked, '/log-in', new URLSearchParams({ passphrase: words }).toString());
    const cookie = entered.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const session = entered.cookies.find(({ name }) => name === 'desk-session');
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    expect((await get(locked, '/make', cookie)).statusCode).toBe(200);
    const [id = '', signature = ''] = decodeURIComponent(session?.value ?? '').split('.');
    for (const forged of [
      id,
      `${id}.`,
      `${id}.${signature.slice(1)}A`,
      `${'A'.repeat(id.length)}.${signature}`,
      `.${signature}`,
      '__proto__',
      `__proto__.${signature}`,
      'true',
      '%00',
    ])
      expect((await get(locked, '/make', `desk-session=${encodeURIComponent(forged)}`)).statusCode).toBe(302);
    await post(locked, '/log-out', '', { cookie });
    expect((await get(locked, '/make', cookie)).statusCode).toBe(302);
  });

  it('a stranger can not fill the desk, nor hide behind another address to guess', async () => {
    const large = await post(locked, '/make', 'a'.repeat(200_000));
    expect(large.statusCode).toBe(401);
    const codes: number[] = [];
    for (const passphrase of ['', 'a'.repeat(2_000), `${words} `, words.toUpperCase(), 'w', 'w', 'w', 'w'])
      codes.push(
        (
          await post(locked, '/log-in', new URLSearchParams({ passphrase }).toString(), {
            'x-forwarded-for': `10.0.0.${codes.length}`,
            'x-real-ip': `10.0.1.${codes.length}`,
          })
        ).statusCode,
      );
    expect(codes.filter((code) => code !== 401 && code !== 429)).toEqual([]);
    expect(codes.at(-1)).toBe(429);
    expect((await post(locked, '/log-in', `passphrase=${'a'.repeat(300_000)}`)).statusCode).toBe(429);
    expect(locked.said).toEqual([]);
  });
});
