/** Protects rosters of whole profiles (JSON Lines, JSON, YAML, a folder, standard input): places are true, one bad row stops no other. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Rulebook } from '../../../src/domain/rulebook.ts';
import { SeenIds } from '../../../src/read/roster/seen-ids.ts';
import { shippedContent } from '../../support/shipped-content.ts';
import { rosters } from './support/rosters.ts';

let rulebook: Rulebook;
beforeAll(async () => {
  rulebook = (await shippedContent()).rulebook;
});
const { folder, from, read } = rosters(() => rulebook);
const row = (id: unknown, more: object = {}) =>
  JSON.stringify({ id, topics: ['back-muscle-spasm'], ...more });
const ids = (rows: { jobs: readonly { id: string }[] }) => rows.jobs.map(({ id }) => id);

describe('JSON Lines', () => {
  it('has a profile on each line, with its own id and paper; a number is an id too', async () => {
    const text = `\ufeff${row('a', { paper: 'A4', factors: { cancer: 'yes' } })}\r\n\r\n${row(17)}`;
    const found = await read('a.jsonl', text);
    expect(found.told).toEqual([]);
    expect(ids(found)).toEqual(['a', '17']);
    expect(found.jobs[0]).toMatchObject({
      paper: 'A4',
      profile: { factors: { cancer: 'yes' } },
      place: { line: 1 },
    });
    expect(found.jobs[1]?.place).toMatchObject({ line: 3 });
  });

  it('tells each wrong line where it is wrong, and reads on', async () => {
    const twice = '{"id":"h","topics":["back-muscle-spasm"],"factors":{"cancer":"yes","cancer":"no"}}';
    const lines = [
      row('a'),
      '{"id": "b", "topics": [',
      row('c', { factors: { blood_thiner: 'yes' } }),
      row(undefined),
      '"text"',
      row('a'),
      twice,
      row('z', { notes: 'a: "b": c' }),
    ];
    const found = await read('b.jsonl', lines.join('\n'));
    expect(ids(found)).toEqual(['a', 'z']);
    expect(found.wrong.map((each) => Number(each.split(' ')[0]))).toEqual([2, 3, 4, 5, 6, 7]);
    expect(found.wrong).toEqual(
      expect.arrayContaining(['3 unknown-key', '4 missing-key', '6 id-twice', '7 duplicate-key']),
    );
    const unknown = found.entries[2]?.diagnostics[0];
    expect(unknown?.hint).toBe('Did you mean `blood_thinner`?');
    expect(unknown?.file).toBe(join(folder, 'b.jsonl'));
    expect(unknown?.column).toBeGreaterThan(20);
  });

  it('does not keep a line without an end; the next is read', async () => {
    const found = await read('long.jsonl', `${row('a')}\n{"notes": "${'x'.repeat(600_000)}"}\n${row('b')}\n`);
    expect(ids(found)).toEqual(['a', 'b']);
    expect(found.wrong).toEqual(['2 row-too-long']);
  });
});

describe('lists', () => {
  it('in JSON: an array, one object, or several; what stands between them is wrong', async () => {
    expect(ids(await read('a.json', `[\n${row('a')},\n${row('b')}\n]`))).toEqual(['a', 'b']);
    expect(ids(await read('a.json', JSON.stringify(JSON.parse(row('a')), null, 2)))).toEqual(['a']);
    const found = await read('a.json', `[${row('a')},\n 5,\n${row('b', { notes: 'a } b' })}]\n{"id": `);
    expect(ids(found)).toEqual(['a', 'b']);
    expect(found.wrong.map((each) => Number(each.split(' ')[0]))).toEqual([2, 4]);
  });

  it('in YAML: a list or several documents, with places in the whole file', async () => {
    const topics = 'topics: [back-muscle-spasm]';
    const list = `# patients\n- id: a\n  ${topics}\n\n- id: b\n  ${topics}\n  factors:\n    cancer: perhaps\n-\n  id: c\n  ${topics}\n  notes: |\n    - one\n- {id: : x\n`;
    const found = await read('a.yaml', list);
    expect(ids(found)).toEqual(['a', 'c']);
    expect(found.jobs[1]?.profile.notes).toBe('- one\n');
    expect(found.wrong[0]).toBe('8 not-allowed');
    expect(found.wrong[1]).toMatch(/^14 /);
    const documents = `---\nid: a\n${topics}\n---\n# nothing\n---\nid: b\n${topics}\n...\n`;
    expect(ids(await read('b.yml', documents))).toEqual(['a', 'b']);
    expect((await read('c.yaml', `id: 0012\n${topics}\n`)).wrong).toEqual(['1 wrong-type']);
  });

  it('are bounded, and say which forms are not', async () => {
    const { told } = await read('big.yaml', `- id: a\n  notes: "${'x'.repeat(2_000_001)}"\n`);
    expect(told).toMatchObject([{ code: 'file-too-large', hint: expect.stringContaining('JSON Lines') }]);
  });
});

describe('a folder', () => {
  it('gives each profile its file name as id, in order, and tells of what is not read', async () => {
    const path = join(folder, 'profiles');
    mkdirSync(path);
    const files = {
      'b.yaml': 'topics: [x]\n',
      'a.json': '{"topics": ["x"]}',
      'c.yml': 'topics: [x]\nfactors: {cancr: no}\n',
    };
    for (const [name, text] of Object.entries({ ...files, 'd.pdf': '', 'README.md': '', '.hidden': '' }))
      writeFileSync(join(path, name), text);
    writeFileSync(join(path, 'a.yaml'), 'topics: [x]\n');
    const found = await from(path);
    expect(found.told).toMatchObject([{ severity: 'warning', code: 'no-profiles' }]);
    expect(ids(found)).toEqual(['a', 'b']);
    expect(found.wrong).toEqual(['1 id-twice', '2 unknown-key']);
    expect(found.entries[3]?.diagnostics[0]).toMatchObject({ file: join(path, 'c.yml') });
  });
});

describe('standard input', () => {
  async function* drip(text: string): AsyncGenerator<Uint8Array> {
    for (const byte of Buffer.from(text)) yield Uint8Array.of(byte);
  }
  it.each([
    ['JSON Lines', `${row('a')}\n${row('b')}\n`],
    ['a JSON array', `[${row('a')}, ${row('b')}]`],
    ['YAML', '- id: a\n  topics: [x]\n- id: b\n  topics: [x]\n'],
    ['CSV', '\ufeffid;name;topics\r\na;Zoë;x\r\nb;;x\r\n'],
  ])('is known by its first characters, byte by byte: %s', async (_, text) => {
    const found = await from('-', { standardInput: drip(text) });
    expect(found.told).toEqual([]);
    expect(ids(found)).toEqual(['a', 'b']);
    expect(found.jobs[0]?.place.file).toBe('standard input');
  });
});

describe('a source', () => {
  it('that is not there is one failure', async () => {
    expect((await from(join(folder, 'nowhere.csv'))).told).toMatchObject([{ code: 'file-missing' }]);
  });

  it('without a row is a failure, which tells what to give in its place', async () => {
    const empty = join(folder, 'nobody');
    mkdirSync(empty);
    writeFileSync(join(empty, 'r.csv'), 'id,topics\na,x\n');
    expect((await from(empty)).told).toMatchObject([
      { code: 'no-rows', hint: expect.stringContaining('by its own name') },
    ]);
    expect((await read('headings.csv', 'id,topics\n\n,\n')).told).toMatchObject([{ code: 'no-rows' }]);
    async function* headings() {
      yield Buffer.from('id,topics\n');
    }
    const piped = await from('-', { standardInput: headings() });
    expect(piped.told).toMatchObject([{ code: 'no-rows' }]);
  });

  it('may not hold an id of another source of the same batch', async () => {
    const seen = new SeenIds();
    await read('one.jsonl', row('a'), { seen });
    const found = await read('two.jsonl', row('a'), { seen });
    const where = `This id stands in row 1 of ${join(folder, 'one.jsonl')} too`;
    expect(found.messages).toEqual([expect.stringContaining(where)]);
  });

  it('of 20,000 rows is handed out row by row, and only as far as it is asked for', async () => {
    let pulled = 0;
    async function* rows(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('id,topics,notes\n');
      for (let n = 0; n < 20_000; n += 1) {
        pulled += 1;
        yield Buffer.from(`p${n},x,${'words '.repeat(20)}${n % 100 === 0 ? ',too,many' : ''}\n`);
      }
    }
    const { readRoster } = await import('../../../src/read/roster/read-roster.ts');
    const opened = await readRoster('-', rulebook, { standardInput: rows() });
    if (!opened.ok) throw new Error('not opened');
    let count = 0;
    let wrong = 0;
    let furthestAhead = 0;
    for await (const entry of opened.value) {
      count += 1;
      if (!entry.ok) wrong += 1;
      furthestAhead = Math.max(furthestAhead, pulled - count);
    }
    expect([count, wrong]).toEqual([20_000, 200]);
    // Memory does not grow with the roster: what has been read and not yet handed out stays small.
    expect(furthestAhead).toBeLessThan(1500);
  });
});

describe('ids that were seen', () => {
  it('are found again among many, with the place of the first', () => {
    const seen = new SeenIds();
    for (let n = 0; n < 10_000; n += 1) expect(seen.add(`id ${n}`, { file: 'a', line: n })).toBeUndefined();
    for (const n of [0, 1, 511, 512, 513, 9_999])
      expect(seen.add(`id ${n}`, { file: 'b', line: 1 })).toEqual({ file: 'a', line: n });
    expect(seen.add('id 10000', { file: 'b', line: 1 })).toBeUndefined();
  });
});
