/** Protects `handout batch`: one bad row stops no other, nothing is made twice, nothing is lost when it is cut off. */

import { appendFileSync, chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { bad, batchRun, columns, good, inDanger, roster, withoutBrowser } from '../support/batch-run.ts';
import { type ContentCopy, copyContent } from '../support/content-copy.ts';
import { pdfText } from '../support/pdf-text.ts';

const { folder, run, file, batch, names, sheets, lines } = batchRun();
const counts = (made: number, unchanged: number, refused = 0, failed = 0) =>
  expect.stringContaining(
    `${made} made, ${unchanged} unchanged, ${refused} refused for safety, ${failed} failed`,
  );
const ids = (count: number) => Array.from({ length: count }, (_, index) => `p${index + 1}`);
const wholeAndListed = async (count: number) => {
  expect(names().filter((name) => !/^manifest.*\.jsonl$|\.pdf$/.test(name))).toEqual([]);
  expect(Object.keys(sheets())).toHaveLength(count);
  expect(await run(['verify', 'out'])).toMatchObject({ code: 0 });
};

describe('a roster', () => {
  it('with a bad row among good ones gives all others, and says where, why and what to do', async () => {
    file('r.csv', roster(good('p1'), bad('p2'), good('p3')));
    const ran = await batch(['r.csv', '--out', 'out']);
    expect(ran).toMatchObject({ code: 1, stdout: counts(2, 0, 0, 1) });
    expect(ran.stdout).toMatch(/^r\.csv +3 +birth_date +failed: `birth_date` must be a date/m);
    expect(ran.stdout).toMatch(/^ +hint: In the spreadsheet/m);
    expect(Math.max(...ran.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const reason = { code: 'bad-date', file: 'r.csv', row: 3, column: 'birth_date' };
    expect(lines().filter(({ kind }) => kind === 'failed')).toMatchObject([{ reason }]);
    await wholeAndListed(2);
    expect(statSync(join(folder, 'out')).mode & 0o777).toBe(0o700);
    for (const name of names()) expect(statSync(join(folder, 'out', name)).mode & 0o777).toBe(0o600);
  });

  it('tells of no patient but on the sheets', async () => {
    file('r.csv', roster(good('p1'), bad('p2'), inDanger('p3')));
    const ran = await batch(['r.csv', '--out', 'out']);
    const manifest = readFileSync(join(folder, 'out/manifest.jsonl'), 'utf8');
    const json = (await batch(['r.csv', '--out', 'out', '--json'])).stdout;
    for (const text of [ran.stdout, ran.stderr, manifest, names().join(' '), json]) {
      expect(text).not.toMatch(/zzyzx|qwertz|1980/i);
      expect(text).not.toMatch(/\bp[123]\b/);
    }
  });

  it('from standard input, by its rows alone', async () => {
    const ran = await run(['batch', '-', '--out', 'out'], roster(good('p1')), {
      HANDOUT_KEY_FILE: join(folder, 'key'),
    });
    expect(ran).toMatchObject({ code: 0, stdout: counts(1, 0) });
  });
});

describe('a sheet of a patient who may get none any more', () => {
  it.each(['hash', 'id'])('goes from the folder, named by %s', async (way) => {
    file('r.csv', roster(good('p1')));
    const args = ['r.csv', '--out', 'out', '--name-by', way];
    await batch(args);
    expect(Object.keys(sheets()).length).toBeGreaterThan(0);
    file('r.csv', roster(inDanger('p1')));
    expect(await batch(args)).toMatchObject({ code: 5, stdout: counts(0, 0, 1) });
    expect(sheets()).toEqual({});
    // Mended, it is made again.
    file('r.csv', roster(good('p1')));
    expect(await batch(args)).toMatchObject({ code: 0, stdout: counts(1, 0) });
  });
});

describe('a second run', () => {
  let content: ContentCopy | undefined;
  afterEach(() => content?.remove());

  it('makes nothing and starts no browser; then only what is missing, altered or new', async () => {
    file('r.csv', roster(...ids(3).map(good)));
    await batch(['r.csv', '--out', 'out']);
    const before = sheets();
    const idle = await batch(['r.csv', '--out', 'out', ...withoutBrowser]);
    expect(idle).toMatchObject({ code: 0, stdout: counts(0, 3) });
    const [first = '', second = ''] = Object.keys(before);
    rmSync(join(folder, 'out', first));
    appendFileSync(join(folder, 'out', second), ' ');
    file('r.csv', roster(...ids(4).map(good)));
    expect(await batch(['r.csv', '--out', 'out'])).toMatchObject({ code: 0, stdout: counts(3, 1) });
    expect(sheets()).toMatchObject(before);
    await wholeAndListed(4);
  });

  it('makes all again when the content has changed, or when it is told to', async () => {
    content = copyContent();
    file('r.csv', roster(good('p1'), good('p2')));
    const args = ['r.csv', '--out', 'out', '--content', content.folder];
    expect(await batch(args)).toMatchObject({ code: 0, stdout: counts(2, 0) });
    expect(await batch([...args, ...withoutBrowser])).toMatchObject({ code: 0, stdout: counts(0, 2) });
    content.change('clinic.yaml', /^name: .*$/m, 'name: Another Street Clinic');
    expect(await batch(args)).toMatchObject({ code: 0, stdout: counts(2, 0) });
    expect(await batch([...args, '--force'])).toMatchObject({ code: 0, stdout: counts(2, 0) });
    await wholeAndListed(2);
  });
});

describe('a folder', () => {
  it('serves one batch at a time: a second waits a little or is told, and nothing is made twice', async () => {
    file('r.csv', roster(...ids(4).map(good)));
    const args = ['r.csv', '--out', 'out', '--jobs', '1'];
    const both = await Promise.all([batch(args), batch(args)]);
    for (const { code, stderr } of both.filter((ran) => ran.code !== 0)) {
      expect(code).toBe(1);
      expect(stderr).toContain('Another batch is at work in this folder');
    }
    expect(both.some(({ code }) => code === 0)).toBe(true);
    expect(lines().filter(({ kind }) => kind === 'made')).toHaveLength(4);
    await wholeAndListed(4);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be written in is told before any work', async () => {
    file('r.csv', roster(good('p1')));
    mkdirSync(join(folder, 'out'));
    chmodSync(join(folder, 'out'), 0o500);
    const ran = await batch(['r.csv', '--out', 'out', ...withoutBrowser]);
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('no permission') });
    chmodSync(join(folder, 'out'), 0o700);
  });

  it('that can not be one is told before any work', async () => {
    file('r.csv', roster(good('p1')));
    file('out', 'a file');
    const ran = await batch(['r.csv', '--out', 'out', ...withoutBrowser]);
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('a file stands where') });
  });
});

describe('names', () => {
  it('are those of the id or of the code only when asked for', async () => {
    file('r.csv', roster(good('MRN 7')));
    await batch(['r.csv', '--out', 'out']);
    await batch(['r.csv', '--out', 'id', '--name-by', 'id']);
    mkdirSync(join(folder, 'sets'));
    const set = ['title: One', 'topics: [back-muscle-spasm]', 'languages: [en]', 'papers: [A4]'];
    writeFileSync(join(folder, 'sets', 'one.yaml'), `${set.join('\n')}\n`);
    await batch(['sets/one.yaml', '--out', 'code', '--name-by', 'code']);
    expect(Object.keys(sheets()).join()).toMatch(/^back-muscle-spasm_en_[0-9a-f]{16}\.pdf$/);
    expect(Object.keys(sheets('id'))).toEqual(['MRN%207_back-muscle-spasm_en.pdf']);
    expect(Object.keys(sheets('code'))).toContain('icd10_m62.830_en.pdf');
    expect(await batch(['r.csv', '--out', 'out', '--name-by', 'name'])).toMatchObject({ code: 2 });
  });
});

/** Each with a name, notes and answers that no other has. */
const unlike = (id: string, index: number) =>
  `${id},Marker-${id}-Name,19${50 + index}-05-01,back-muscle-spasm,${index % 2 === 0 ? 'no' : ''},${index % 3 === 0 ? 'yes' : 'no'},,Noted-${id}-here,${index % 2 === 0 ? 'standard' : 'full'}`;
const unlikeRoster = (count: number) => `${columns},notes,style\n${ids(count).map(unlike).join('\n')}\n`;

describe('shards', () => {
  it('give together the same files as one run, each its own, and on no sheet stands anything of another', async () => {
    const all = ids(8);
    file('r.csv', `${unlikeRoster(8)}p9,Marker-p9-Name,05/01/1980,back-muscle-spasm,,,,,\n`);
    await batch(['r.csv', '--out', 'out', '--jobs', '2', '--name-by', 'id']);
    for (const shard of ['1/2', '2/2'])
      await batch(['r.csv', '--out', 'both', '--shard', shard, '--name-by', 'id']);
    expect(sheets('both')).toEqual(sheets());
    expect(lines('both').filter(({ kind }) => kind === 'made')).toHaveLength(8);
    expect(lines('both').filter(({ kind }) => kind === 'failed')).toHaveLength(1);
    for (const id of all) {
      const text = await pdfText(join(folder, 'out', `${id}_back-muscle-spasm_en.pdf`));
      const marks = text.match(/(?:Marker|Noted)-p\d+/g) ?? [];
      expect(new Set(marks)).toEqual(new Set([`Marker-${id}`, `Noted-${id}`]));
    }
  });
});
