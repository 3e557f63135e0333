/** Protects Batch: rows are checked before anything is made, only their own browser sees them, and no hostile file gets further. */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchLimits, deskBatches } from '../../src/web/batch/batches.ts';
import { type RunningDesk, startDesk } from '../support/desk-server.ts';

/** Where a file would be put for a while, if one were. */
const temporary = mkdtempSync(join(tmpdir(), 'desk-batch-'));
const before = process.env['TMPDIR'];
let running: RunningDesk;
beforeAll(async () => {
  process.env['TMPDIR'] = temporary;
  running = await startDesk();
});
afterAll(async () => {
  await running.close();
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(temporary, { recursive: true });
});

const host = '127.0.0.1:8484';
let people = 0;
/** A browser that was here before. */
const person = () => {
  people += 1;
  return `desk=${String(people).padStart(22, 'x')}`;
};

const own = { host, 'sec-fetch-site': 'same-origin', accept: 'text/html' };

async function upload(cookie: string, name: string, content: string | Buffer, field = 'roster') {
  const boundary = 'roster-boundary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`;
  const answer = await running.app.inject({
    method: 'POST',
    url: '/batch/roster',
    headers: { ...own, cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  // Where the machine has much else to do, looking it through takes longer than its answer waits.
  const step = async () => (await get(cookie, '/batch/state')).json().step;
  await expect.poll(step, { timeout: 50_000 }).not.toBe('checking');
  return answer;
}

const get = (cookie: string, url = '/batch') => running.app.inject({ url, headers: { host, cookie } });
const post = (cookie: string, url: string) =>
  running.app.inject({ method: 'POST', url, headers: { ...own, cookie } });

const roster = [
  'id,name,birth_date,topics,blood_thinner,warning_signs,codes',
  'mrn-1001,Ann Secret,1961-04-02,back-muscle-spasm,no,,',
  'mrn-1002,Ben Secret,1961-04-02,back-spasm,no,,',
  'mrn-1003,Cy Secret,1961-04-02,back-muscle-spasm,maybe,,',
  'mrn-1004,Di Secret,1961-04-02,back-muscle-spasm,no,E2,',
  'mrn-1005,Ed Secret,1961-04-02,back-muscle-spasm,no,,G83.4',
].join('\n');

describe('a roster', () => {
  it('is checked row by row before anything is made, and names nobody', async () => {
    const cookie = person();
    const answer = await upload(cookie, 'november.csv', roster);
    expect(answer.statusCode).toBe(303);
    const { body } = await get(cookie);
    expect(body).toContain('november.csv');
    expect(body).toContain('Make 1 handout');
    const rows = [...body.matchAll(/<tr class="(\w+)"><th[^>]*>(\d+)</g)].map(([, kind, row]) => [kind, row]);
    expect(rows).toEqual([
      ['error', '3'],
      ['error', '4'],
      ['stopped', '5'],
      ['stopped', '6'],
    ]);
    expect(body).toContain('911 care now');
    expect(body).not.toMatch(/Secret|mrn-|1961/);
    expect(running.desk.queue.load()).toEqual({ atWork: 0, waiting: 0 });
    await post(cookie, '/batch/new');
    expect((await get(cookie)).body).not.toContain('november.csv');
  });

  it('tells of an id that stands twice, and of care before mistakes', async () => {
    const cookie = person();
    const rows = [
      'id,topics,warning_signs,blood_thinner',
      'a,back-muscle-spasm,,',
      'a,back-muscle-spasm,,',
      'b,x,E2,maybe',
    ];
    await upload(cookie, 'twice.csv', rows.join('\n'));
    const { body } = await get(cookie);
    const kinds = [...body.matchAll(/<tr class="(\w+)"><th[^>]*>(\d+)</g)].map(
      ([, kind, row]) => `${row} ${kind}`,
    );
    expect(kinds.slice(0, 3)).toEqual(['2 error', '3 error', '4 stopped']);
    expect(body).toContain('No row is ready');
    await post(cookie, '/batch/new');
  });

  it('belongs to the browser that gave it', async () => {
    const cookie = person();
    await upload(cookie, 'mine.csv', roster);
    const other = person();
    expect((await get(other)).body).not.toContain('mine.csv');
    expect((await get(other, '/batch/not-made.csv')).statusCode).toBe(404);
    expect((await get(other, '/batch/state')).json()).toEqual({ step: 'start' });
    const csv = await get(cookie, '/batch/not-made.csv');
    expect(csv.body).toContain('"5","Stopped"');
    expect(csv.body).not.toMatch(/Secret|mrn-|1961/);
    await post(cookie, '/batch/new');
  });

  it('tells of every row that was begun or not when no browser starts', async () => {
    const cookie = person();
    await upload(cookie, 'november.csv', roster);
    await post(cookie, '/batch/make');
    await expect.poll(async () => (await get(cookie, '/batch/state')).json().step).toBe('done');
    const { body } = await get(cookie);
    expect(body).toContain('does not start');
    expect(body).toMatch(/<tr class="failed"><th[^>]*>2</);
    expect((await get(cookie, '/batch/handouts.zip')).statusCode).toBe(404);
    await post(cookie, '/batch/new');
  });
});

describe('a file that is no roster', () => {
  const cookie = person();
  it.each([
    ['a workbook', 'a.xlsx', Buffer.from('PK\u0003\u0004 workbook'), 422, 'This is an Excel file.'],
    ['nothing', 'a.csv', Buffer.alloc(0), 422, 'The file has no rows.'],
    ['a header alone', 'a.csv', Buffer.from('id,topics\n'), 422, 'The file has no rows.'],
    ['another kind', 'a.csv', Buffer.from([1, 2, 3, 0, 5, 0, 7, 8]), 422, 'not a text file'],
    ['more than 20 MB', 'a.csv', Buffer.alloc(20_000_001, 'x'), 413, 'Larger than 20 MB'],
  ])('is refused in words: %s', async (_what, name, bytes, status, words) => {
    const answer = await upload(cookie, name, bytes);
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain('id="roster"');
  });

  it.each([
    [
      'without an end',
      '--b\r\nContent-Disposition: form-data; name="roster"; filename="a.csv"\r\n\r\nid,topics',
    ],
    ['of something else', 'this is no form'],
    ['with nothing in it', '--b--\r\n'],
  ])('is refused when the form is broken: %s', async (_what, payload) => {
    const answer = await running.app.inject({
      method: 'POST',
      url: '/batch/roster',
      headers: { ...own, cookie, 'content-type': 'multipart/form-data; boundary=b' },
      payload,
    });
    expect(answer.statusCode).toBe(400);
  });

  it('is never cut off in silence, also when it comes over a real connection', async () => {
    await running.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = running.app.server.address() as AddressInfo;
    const status = await new Promise((resolve, reject) => {
      const sending = request(
        {
          port,
          host: '127.0.0.1',
          path: '/batch/roster',
          method: 'POST',
          headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=b' },
        },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      );
      sending.on('error', reject);
      sending.write('--b\r\nContent-Disposition: form-data; name="roster"; filename="a.csv"\r\n\r\n');
      for (let sent = 0; sent < 60; sent += 1) sending.write(Buffer.alloc(1_000_000, 'x'));
      sending.end('\r\n--b--\r\n');
    });
    expect(status).toBe(413);
  });

  it('is refused from another site, and in a form of another screen', async () => {
    const headers = {
      host,
      'sec-fetch-site': 'cross-site',
      'content-type': 'multipart/form-data; boundary=b',
    };
    const foreign = await running.app.inject({
      method: 'POST',
      url: '/batch/roster',
      headers,
      payload: '--b--',
    });
    expect(foreign.statusCode).toBe(403);
    const elsewhere = await running.app.inject({
      method: 'POST',
      url: '/make',
      headers: { ...own, 'content-type': 'multipart/form-data; boundary=b' },
      payload: '--b--',
    });
    expect(elsewhere.statusCode).toBe(415);
  });
});

describe('a hostile roster', () => {
  it('gets no path, no markup and no file of its own', async () => {
    const cookie = person();
    const evil = '<img src=x onerror=alert(1)>';
    const cells = [evil, evil, '1961-04-02', evil, evil, evil, evil].map((cell) => `"${cell}"`).join(',');
    await upload(cookie, `../../../etc/${evil}.csv`, `${roster}\n${cells}`);
    const { body } = await get(cookie);
    expect(body).not.toContain('<img');
    expect(body).not.toContain('../');
    expect(body).not.toContain('/etc');
    const csv = (await get(cookie, '/batch/not-made.csv')).body;
    expect(csv).not.toMatch(/"[=+@-]/);
    expect(readdirSync(temporary)).toEqual([]);
    await post(cookie, '/batch/new');
  });

  it('in YAML does not blow up', async () => {
    const cookie = person();
    const levels = Array.from({ length: 12 }, (_, at) =>
      at === 0 ? 'a0: &a0 [x,x,x,x,x,x,x,x,x]' : `a${at}: &a${at} [${`*a${at - 1},`.repeat(9)}]`,
    );
    await upload(
      cookie,
      'bomb.yaml',
      `${levels.join('\n')}\nid: x\n---\nid: y\ntopics: [back-muscle-spasm]\n`,
    );
    const { body } = await get(cookie);
    expect(body).toContain('Make 1 handout');
    expect(body).toMatch(/<tr class="error"/);
    await post(cookie, '/batch/new');
  });

  it('leaves no word of itself in the log', () => {
    expect(running.said.join('\n')).not.toMatch(/Secret|mrn-|csv/);
  });
});

describe('what is kept', () => {
  it('goes after its time, and a ninth batch waits', async () => {
    const content = await running.desk.content();
    if (!content.ok) throw new Error('the shipped content has mistakes');
    let now = 0;
    const batches = deskBatches(running.desk, batchLimits, () => now);
    const file = { name: 'a.csv', bytes: Buffer.from(roster) };
    await Promise.all(Array.from({ length: 8 }, (_, at) => batches.check(`owner-${at}`, file, content).done));
    expect(() => batches.check('owner-8', file, content)).toThrow('many pages');
    expect(batches.get('owner-0')?.checked?.ready).toHaveLength(1);
    now = batchLimits.keepMs;
    expect(batches.get('owner-0')).toBeUndefined();
    batches.close();
  });
});
