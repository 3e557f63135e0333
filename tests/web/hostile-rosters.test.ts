/** Protects Batch from files that are made to break it: each ends in words about the file, and what stands in its cells comes back as text or not at all. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ownForm, type RunningDesk, startDesk } from '../support/desk-server.ts';
import { htmlParts } from '../support/html-parts.ts';

let running: RunningDesk;
beforeAll(async () => {
  running = await startDesk();
});
afterAll(() => running.close());

let people = 0;
const own = { host: ownForm.host, 'sec-fetch-site': 'same-origin', accept: 'text/html' };
const boundary = 'roster-boundary';
const part = (content: string, disposition = 'form-data; name="roster"; filename="a.csv"') =>
  `--${boundary}\r\nContent-Disposition: ${disposition}\r\nContent-Type: text/csv\r\n\r\n${content}\r\n`;
const end = `--${boundary}--\r\n`;
const inside = /\n\s+at \S|node_modules|\/src\/|Error:/;

async function sent(payload: string | Buffer, type = `multipart/form-data; boundary=${boundary}`) {
  people += 1;
  const cookie = `desk=${String(people).padStart(22, 'h')}`;
  const answer = await running.app.inject({
    method: 'POST',
    url: '/batch/roster',
    headers: { ...own, cookie, 'content-type': type },
    payload,
  });
  const get = (url: string) => running.app.inject({ url, headers: { ...own, cookie } });
  const state = async () => (await get('/batch/state')).json().step as string;
  // A large one is looked through after its answer.
  if (answer.statusCode === 303) await expect.poll(state, { timeout: 60_000 }).not.toBe('checking');
  const { body } = answer.statusCode === 303 ? await get('/batch') : answer;
  const csv = answer.statusCode === 303 ? (await get('/batch/not-made.csv')).body : '';
  await running.app.inject({ method: 'POST', url: '/batch/new', headers: { ...own, cookie } });
  return { status: answer.statusCode, body, csv };
}
const roster = (content: string, name = 'a.csv') =>
  sent(part(content, `form-data; name="roster"; filename="${name}"`) + end);

afterEach(async () => {
  const well = await running.app.inject({ url: '/healthz', headers: { host: ownForm.host } });
  expect(well.json()).toEqual({ status: 'ok', queue: { atWork: 0, waiting: 0 } });
  expect(running.said).toEqual([]);
  expect({}).not.toHaveProperty('polluted');
});

describe('a form that is broken or too large', () => {
  const type = `multipart/form-data; boundary=${boundary}`;
  it.each<[string, string, string, number]>([
    ['without a file', end, type, 400],
    ['without an end', part('id\n1'), type, 400],
    ['that ends within a header', `--${boundary}\r\nContent-Dispos`, type, 400],
    ['with nothing in it', '', type, 400],
    ['with another boundary', part('id\n1') + end, 'multipart/form-data; boundary=other', 400],
    ['without a boundary', part('id\n1') + end, 'multipart/form-data', 400],
    ['of no parts', 'roster=a', 'application/x-www-form-urlencoded', 400],
    ['with a file of 21 MB', part('a'.repeat(21_000_000)) + end, type, 413],
    ['with a name that is no name', part('id\n1', 'form-data; name="__proto__"') + end, type, 400],
    ['with a header of 100 kB', part('id\n1', `form-data; name="${'a'.repeat(100_000)}"`) + end, type, 400],
    ['with a thousand fields', part('x', 'form-data; name="a"').repeat(1_000) + end, type, 400],
    ['without a file name', part('id\n1', 'form-data; name="roster"; filename=""') + end, type, 400],
  ])('%s', async (_what, payload, kind, status) => {
    const answer = await sent(payload, kind);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatch(/No file was chosen|could not be read|Larger than 20 MB|could not read that/);
    expect(answer.body).not.toMatch(inside);
  });

  it('takes the first of two files, and no more than four at once', async () => {
    expect((await sent(part('id,topics\n1,x') + part('id,topics\n2,x') + end)).status).toBe(303);
    const open = Array.from({ length: 9 }, () => roster('id,topics\n1,back-muscle-spasm'));
    const codes = (await Promise.all(open)).map(({ status }) => status);
    expect(codes.every((code) => code === 303 || code === 503)).toBe(true);
    expect(codes).toContain(303);
    // The operator hears of it, and of nothing else.
    expect(new Set(running.said.splice(0))).toEqual(new Set(['POST /batch/roster 503 queue-full']));
  });
});

describe('a bomb', () => {
  const aliases = [
    'a: &a [1,1,1,1,1,1,1,1,1]',
    ...[...'bcdefghij'].map((id, at) => `${id}: &${id} [${Array(9).fill(`*${'abcdefghi'[at]}`).join(',')}]`),
  ].join('\n');
  const refused: [string, string, string, RegExp][] = [
    ['a million columns', 'a.csv', `${','.repeat(1_000_000)}\n1\n`, /names no column/],
    ['a million named columns', 'a.csv', `id,topics,${'c,'.repeat(1_000_000)}\n1\n`, /1,000 columns/],
    ['millions of rows', 'a.csv', `id,topics\n${'1,a\n'.repeat(4_000_000)}`, /5,000 rows/],
    ['millions of blank lines', 'a.csv', `id,topics${'\r'.repeat(15_000_000)}`, /5,000 rows/],
    ['nothing but spaces', 'a.csv', ' '.repeat(15_000_000), /no rows/],
    ['nothing but zeros', 'a.csv', '\0'.repeat(15_000_000), /not a text file/],
    ['a workbook or a zip', 'a.csv', `PK\x03\x04${'a'.repeat(100_000)}`, /Excel file/],
    ['a zip bomb in the name of CSV', 'a.csv', `\x1f\x8b\x08${'a'.repeat(100_000)}`, /names no column/],
    ['a list of 15 MB', 'a.json', `[${'{},'.repeat(5_000_000)}{}]`, /2 MB/],
    ['YAML of 3 MB', 'a.yaml', `- ${'a'.repeat(3_000_000)}`, /2 MB/],
  ];
  it.each(refused)('of %s is refused whole', async (_what, name, content, says) => {
    const { status, body } = await roster(content, name);
    expect([status === 422 || status === 303, body]).toEqual([true, expect.stringMatching(says)]);
    expect(body).not.toMatch(inside);
  });

  const rows: [string, string, string][] = [
    ['aliases that multiply', 'a.yaml', aliases],
    ['an alias of itself', 'a.yaml', '&a\nid: *a\ntopics: *a'],
    ['brackets without end', 'a.yaml', '['.repeat(100_000)],
    ['maps without end', 'a.yaml', '{a: '.repeat(50_000)],
    [
      'tags that would make objects',
      'a.yaml',
      'id: !!js/function "x"\ntopics: !!python/object:os.system [a]',
    ],
    ['a merge into the prototype', 'a.yaml', '<<: {__proto__: {polluted: 1}}\n__proto__: {polluted: 1}'],
    [
      'JSON a hundred thousand deep',
      'a.jsonl',
      `{"id":"1","topics":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    ],
    ['JSON that never ends', 'a.jsonl', `{"a":${'['.repeat(5_000_000)}`],
    ['JSON into the prototype', 'a.jsonl', '{"id":"1","topics":["x"],"__proto__":{"polluted":1}}'],
    ['JSON into a constructor', 'a.jsonl', '{"id":"1","constructor":{"prototype":{"polluted":1}}}'],
    ['20,000 keys', 'a.jsonl', `{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":1`).join(',')}}`],
    ['a cell of 15 MB that is never closed', 'a.csv', `id,topics\n1,"${'a'.repeat(15_000_000)}`],
    ['15 million quotation marks', 'a.csv', `id,topics\n${'"'.repeat(15_000_000)}`],
    ['a row of a million cells', 'a.csv', `id,topics\n${'a,'.repeat(1_000_000)}\n`],
    ['broken characters', 'a.csv', `id,topics\n\x80\xff\xfe,\ud800\n`],
  ];
  it.each(rows)('of %s is a row that is wrong', async (_what, name, content) => {
    const { status, body } = await roster(content, name);
    expect(status).toBe(303);
    expect(body).toContain('No row is ready');
    expect(body).not.toMatch(inside);
  });
});

describe('what stands in a roster comes back as text or not at all', () => {
  const evil = `Marker'><img src=x onerror=alert(1)><script>alert(1)</script>{{constructor}}`;

  it('cells', async () => {
    const columns = [
      'id',
      'name',
      'birth_date',
      'language',
      'topics',
      'codes',
      'warning_signs',
      'notes',
      'cancer',
    ];
    const rows = columns.map((column, at) =>
      columns.map((each) =>
        each === column ? `"${evil}"` : each === 'id' ? `r${at}` : each === 'topics' ? 'x' : '',
      ),
    );
    const { status, body, csv } = await roster([columns, ...rows].map((row) => row.join(',')).join('\n'));
    expect(status).toBe(303);
    expect(htmlParts(body).running).toEqual([]);
    expect(`${body}${csv}`).not.toMatch(/Marker/);
  });

  it('names of columns and of keys', async () => {
    const csv = await roster(`id,topics,${evil}\n1,x,y\n`);
    const json = await roster(JSON.stringify({ id: '1', topics: ['x'], [evil]: 1 }), 'a.jsonl');
    for (const { body } of [csv, json]) {
      expect(htmlParts(body).running).toEqual([]);
      expect(body).not.toContain('<img src=x');
    }
  });

  it('the name of the file', async () => {
    const names = [
      evil.replaceAll('"', ''),
      '../../etc/passwd.csv',
      '..\\..\\a.csv',
      'a\u202efdc.csv',
      'a\0b.csv',
    ];
    for (const name of names) {
      const { body } = await roster('id,topics\n1,x\n', name);
      expect(htmlParts(body).running).toEqual([]);
      expect(body).not.toMatch(/<img src=x|etc\/|\.\.|\u202e|\0/);
    }
  });

  it('a formula in a cell is none in the list of failures', async () => {
    const { csv } = await roster('id,topics\n=cmd|calc,x\n@SUM(A1),x\n+1,x\n');
    expect(csv).not.toMatch(/(^|,)"?[=+@-]/m);
  });
});
