/** Protects CSV rosters: whatever a spreadsheet writes is read as it was meant, one bad row stops no other, and no cell is repeated. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Rulebook } from '../../../src/domain/rulebook.ts';
import { shippedContent } from '../../support/shipped-content.ts';
import { rosters } from './support/rosters.ts';

let rulebook: Rulebook;
beforeAll(async () => {
  rulebook = (await shippedContent()).rulebook;
});
const { read } = rosters(() => rulebook);
const topic = 'back-muscle-spasm';

describe('what a spreadsheet writes', () => {
  const lines = ['id,name,topics,cancer', `a1,José Öz,${topic},yes`, `a2,Ann,${topic},`];
  const plain = `${lines.join('\n')}\n`;
  const utf16be = Buffer.from(`\ufeff${plain.replaceAll(',', '\t')}`, 'utf16le').swap16();
  const forms: readonly (readonly [string, string, string | Uint8Array])[] = [
    ['comma, UTF-8', 'a.csv', plain],
    ['a byte order mark', 'a.csv', `\ufeff${plain}`],
    ['semicolon', 'a.csv', plain.replaceAll(',', ';')],
    ['tab', 'a.tsv', plain.replaceAll(',', '\t')],
    ['bar', 'a.txt', plain.replaceAll(',', '|')],
    ['CRLF', 'a.csv', plain.replaceAll('\n', '\r\n')],
    ['CR', 'a.csv', plain.replaceAll('\n', '\r')],
    ['no last line end', 'a.csv', plain.trimEnd()],
    ['a first line sep=;', 'a.csv', `sep=;\r\n${plain.replaceAll(',', ';')}`],
    ['UTF-16LE, "Unicode Text"', 'a.txt', Buffer.from(`\ufeff${plain.replaceAll(',', '\t')}`, 'utf16le')],
    ['UTF-16BE', 'a.txt', utf16be],
    ['UTF-16LE without a mark', 'a.txt', Buffer.from(plain, 'utf16le')],
    ['empty columns at the end', 'a.csv', plain.replaceAll('\n', ',,,\n')],
    ['blank rows', 'a.csv', `\n\n${plain}\n,,,\n \n`],
    ['every cell quoted', 'a.csv', plain.replace(/[^,\n]+/g, '"$&"')],
    ['spaces around names and values', 'a.csv', plain.replaceAll(',', ' , ')],
  ];

  it.each(forms)('%s', async (_, name, bytes) => {
    const { told, jobs, wrong } = await read(name, bytes);
    expect(wrong).toEqual([]);
    expect(told).toEqual([]);
    expect(jobs.map(({ id }) => id)).toEqual(['a1', 'a2']);
    expect(jobs[0]?.profile).toMatchObject({ patient: { name: 'José Öz' }, factors: { cancer: 'yes' } });
    expect(jobs[1]?.profile.factors).toEqual({});
  });

  it('Windows-1252 is read, with one warning, also when its first accent comes late', async () => {
    const many = Array.from({ length: 3000 }, (_, n) => `p${n},Ann,${topic},no`);
    const bytes = Buffer.from([lines[0], ...many, ...lines.slice(1)].join('\r\n'), 'latin1');
    const { jobs, entries } = await read('late.csv', bytes);
    expect(jobs).toHaveLength(3002);
    expect(jobs.at(-2)?.profile.patient.name).toBe('José Öz');
    expect(entries.flatMap((entry) => entry.diagnostics).map(({ code }) => code)).toEqual(['windows-1252']);
  });

  it('a damaged character in UTF-8 makes its row wrong, not the file Windows-1252', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${plain}a3,Zo`),
      Buffer.from([0xeb]),
      Buffer.from(`,${topic},no\n`),
    ]);
    const { jobs, wrong } = await read('damaged.csv', bytes);
    expect(jobs[0]?.profile.patient.name).toBe('José Öz');
    expect(wrong).toEqual(['4 damaged-text']);
  });

  it('delimiters, quotation marks and line breaks stand in quoted cells; rows are counted as a spreadsheet does', async () => {
    const text = `id,topics,notes,cancer\r\na,${topic},"one, two\r\n""three""",no\r\nb,${topic},,maybe\r\nc,${topic},5" tall,no\r\n`;
    const { jobs, wrong, messages } = await read('quoted.csv', text);
    expect(jobs.map(({ profile }) => profile.notes)).toEqual(['one, two\n"three"', '5" tall']);
    expect(wrong).toEqual(['3 not-allowed']);
    expect(messages[0]).toMatch(/^`cancer` must be `yes`, `no` or `unknown`$/);
  });

  it('a workbook, a binary file and an empty file are told apart', async () => {
    const code = async (bytes: Uint8Array) => (await read('x.csv', bytes)).told[0]?.code;
    expect(await code(Buffer.from('PK\u0003\u0004rest of a workbook', 'latin1'))).toBe('workbook');
    expect(await code(Buffer.from([0, 0, 0, 1, 2, 3, 4, 5]))).toBe('binary-file');
    expect(await code(Buffer.from('\ufeff \r\n'))).toBe('empty-file');
  });
});

describe('names and values', () => {
  it('names forgive case, gaps, the headings of a profile and what else people call it', async () => {
    const text = `Patient ID;Full Name;D.O.B;Topic;Blood-Thinner;about.region;Warning Signs;reading.style;ICD-10\n7;Ann;1961-04-02;${topic};Y;Upper Mid;e3 u1;Full;m62.830\n`;
    const { jobs, wrong } = await read('names.csv', text);
    expect(wrong).toEqual([]);
    expect(jobs[0]).toMatchObject({
      id: '7',
      profile: {
        patient: { name: 'Ann', birthDate: '1961-04-02' },
        factors: { blood_thinner: 'yes', region: 'upper-mid' },
        warningSigns: ['E3', 'U1'],
        visit: { codes: ['M62.830'] },
        style: 'full',
      },
    });
  });

  it('yes, no and not known forgive spelling; nothing else is guessed', async () => {
    const cells = ['Yes', 'y', 'TRUE', '1', ' no', 'N', 'false', '0', '', '?', 'Unknown', 'ja', 'x'];
    const text = `id,topics,cancer\n${cells.map((cell, n) => `${n},${topic},${cell}`).join('\n')}`;
    const { jobs, wrong } = await read('answers.csv', text);
    const yes = 'yes';
    expect(jobs.map(({ profile }) => profile.factors['cancer'])).toEqual([
      yes,
      yes,
      yes,
      yes,
      'no',
      'no',
      'no',
      'no',
      undefined,
      undefined,
      'unknown',
    ]);
    expect(wrong).toEqual(['13 not-allowed', '14 not-allowed']);
  });

  it('a choice that has a "no" takes N and 0; a medicine takes no and yes', async () => {
    const { jobs } = await read(
      'c.csv',
      `id,topics,pregnancy,muscle_relaxant\n1,${topic},N,0\n2,${topic},Pregnant,TRUE`,
    );
    expect(jobs.map(({ profile }) => profile.factors)).toEqual([
      { pregnancy: 'no', muscle_relaxant: 'none' },
      { pregnancy: 'pregnant', muscle_relaxant: 'yes' },
    ]);
  });

  it('a date with the year first is read; one whose day and month could be mixed up is refused', async () => {
    const dates = [
      '1961-04-02',
      '1961/4/2',
      '1961-04-02 00:00:00',
      '04/02/1961',
      '23.11.1961',
      '22373',
      '1961-02-30',
    ];
    const text = `id,topics,birth_date\n${dates.map((date, n) => `${n},${topic},${date}`).join('\n')}`;
    const { jobs, wrong, messages } = await read('dates.csv', text);
    expect(jobs.map(({ profile }) => profile.patient.birthDate)).toEqual(Array(3).fill('1961-04-02'));
    expect(wrong).toEqual(['5 bad-date', '6 bad-date', '7 bad-date', '8 bad-date']);
    for (const message of messages) expect(message).toContain('`birth_date`');
  });

  it('an id that a spreadsheet has rounded, an error of a formula, and a text kept by ="..."', async () => {
    const text = `id,topics\n1.23E+11,${topic}\n"1,23E+11",${topic}\n#REF!,${topic}\n"=""00123""",${topic}\n1E5,${topic}\n`;
    const { jobs, wrong } = await read('ids.csv', text);
    expect(wrong).toEqual(['2 rounded-id', '3 rounded-id', '4 spreadsheet-error']);
    expect(jobs.map(({ id }) => id)).toEqual(['00123', '1E5']);
  });

  it('paper and style of one row count for that row', async () => {
    const { jobs } = await read(
      'p.csv',
      `id,topics,paper,style\n1,${topic},letter,\n2,${topic},a4,full\n3,${topic},,`,
    );
    expect(jobs.map(({ paper, profile }) => [paper, profile.style])).toEqual([
      ['Letter', 'standard'],
      ['A4', 'full'],
      [undefined, 'standard'],
    ]);
  });
});

describe('a header', () => {
  it('with an unknown column stops the roster, with the name that was meant', async () => {
    const { told, entries } = await read('h.csv', `id,topics,blood_thiner,Phone number\n1,${topic},yes,5\n`);
    expect(entries).toEqual([]);
    expect(told).toMatchObject([
      { code: 'unknown-column', line: 1, hint: expect.stringContaining('`blood_thinner`') },
      { code: 'unknown-column', message: 'The column `Phone number` is not known' },
    ]);
  });

  it('may have columns of the clinic that are passed over', async () => {
    const { jobs, told } = await read('h.csv', `id,_phone,topics,#\n1,555,${topic},1\n`);
    expect(told).toEqual([]);
    expect(jobs).toHaveLength(1);
  });

  it('that names one thing twice, or is none, stops the roster and repeats no cell', async () => {
    expect((await read('h.csv', `id,DOB,birth date\n`)).told).toMatchObject([{ code: 'column-twice' }]);
    const { told } = await read('h.csv', 'Zzyzx,1961-04-02,yes\n');
    expect(told).toMatchObject([{ code: 'no-header' }]);
    expect(JSON.stringify(told)).not.toMatch(/Zzyzx|1961/);
  });

  it('without an id counts rows, with a warning; without topics wants them from elsewhere', async () => {
    const text = 'name,cancer\nAnn,no\n\nBob,yes\n';
    const with_ = await read('n.csv', text, { topics: [topic] });
    expect(with_.told).toMatchObject([{ severity: 'warning', code: 'no-id-column' }]);
    expect(with_.jobs.map(({ id }) => id)).toEqual(['2', '4']);
    expect((await read('n.csv', text)).wrong).toEqual(['2 missing-topics', '4 missing-topics']);
  });

  it('is found when quoted commas outnumber the real delimiter', async () => {
    const { jobs } = await read('d.csv', `"id";"_a,b,c,d,e";topics\n1;"x,y";${topic}\n`);
    expect(jobs.map(({ id }) => id)).toEqual(['1']);
  });
});

describe('a bad row', () => {
  it('of the template is no patient', async () => {
    const { jobs, wrong } = await read('s.csv', `id,topics\nSample-1,${topic}\nsampled,${topic}\n`);
    expect(jobs.map(({ id }) => id)).toEqual(['sampled']);
    expect(wrong).toEqual(['2 sample-row']);
  });

  it('tells all its mistakes at once, by the names of the columns', async () => {
    const text = `id,topics,birth_date,age_band,cancer,follow_up,visit_date\na,${topic},1980-01-01,adult,maybe,2026-01-02,2026-01-03\n`;
    const { messages } = await read('all.csv', text);
    expect(messages).toEqual([
      expect.stringMatching(/^`cancer` must be/),
      'Both `birth_date` and `age_band` are given',
      '`follow_up` is not after `visit_date`',
    ]);
  });

  it('still tells what can be read in it: a warning sign, a code', async () => {
    const text = `id,topics,birth_date,warning_signs,codes,cancer\n,${topic},1/2/80,E3 E99 u1,C79.51 ?,maybe\n`;
    const { entries } = await read('readable.csv', text);
    expect(entries).toMatchObject([
      { ok: false, readable: { warningSigns: ['E3', 'U1'], visit: { codes: ['C79.51'] } } },
    ]);
  });

  it('with an unknown sign gets the whole list, in order, and no guess', async () => {
    const text = `id,topics,warning_signs\na,${topic},none\nb,${topic},E99\n`;
    const { entries } = await read('signs.csv', text);
    expect(entries.map(({ diagnostics }) => diagnostics[0]?.hint)).toEqual([
      'Leave it empty when there is no warning sign',
      expect.stringMatching(/handout factors/),
    ]);
    const listed = entries[0]?.diagnostics[0]?.message ?? '';
    expect(listed).toMatch(/: E1, E2, E3, .*E9, E10, .*, U1, /);
    for (const id of Object.keys(rulebook.signs)) expect(listed).toMatch(new RegExp(`\\b${id}\\b`));
  });

  it('stops no other: an id that is missing, too many cells, an id that stands twice', async () => {
    const rows = ['a,t,no', ',t,no', 'b,t,no,more', 'c,t,maybe', 'a,t,no', 'c,t,no', 'd,t,no'];
    const text = `id,topics,cancer\n${rows.join('\n').replaceAll(',t,', `,${topic},`)}\n`;
    const { jobs, wrong, messages } = await read('bad.csv', text);
    expect(jobs.map(({ id }) => id)).toEqual(['a', 'd']);
    expect(wrong).toEqual(['3 missing-id', '4 too-many-cells', '5 not-allowed', '6 id-twice', '7 id-twice']);
    expect(messages.slice(-2)).toMatchObject([
      expect.stringMatching(/^This id stands in row 2 too/),
      expect.stringMatching(/^This id stands in row 5 too/),
    ]);
  });

  it('with a quotation mark that is never closed is named as the first that could not be read', async () => {
    const text = `id,topics,notes\na,${topic},x\nb,${topic},"y\nc,${topic},z\n`;
    const { jobs, wrong } = await read('open.csv', text);
    expect(jobs.map(({ id }) => id)).toEqual(['a']);
    expect(wrong).toEqual(['3 open-quote']);
  });

  it('that has swallowed its neighbour by a stray quotation mark is wrong', async () => {
    const text = `id,topics,notes\na,${topic},"y\nb,${topic},"z"\nc,${topic},w\n`;
    const { jobs, wrong } = await read('stray.csv', text);
    expect(jobs.map(({ id }) => id)).toEqual(['c']);
    expect(wrong).toContain('2 stray-quote');
  });

  it('never has its cells repeated', async () => {
    const secret = 'Zzyzxqv';
    const text = `id,name,birth_date,age_band,topics,cancer,region,warning_signs,codes,paper,style,clinician,notes,muscle_relaxant
${secret},${secret.repeat(20)},${secret},${secret},${topic},${secret},${secret},${secret},${secret},${secret},${secret},${secret.repeat(15)},${secret.repeat(300)},${secret.repeat(10)}
${secret},Ann,,,${topic},,,,,,,,,
`;
    const { entries, wrong } = await read('secret.csv', text);
    expect(wrong.length).toBeGreaterThan(12);
    expect(JSON.stringify(entries.flatMap((entry) => entry.diagnostics))).not.toContain(secret);
  });

  it('names the column, not the field of a profile', async () => {
    const { messages } = await read('cols.csv', `id,topics,age_band,codes\n1,${topic},45,back pain\n`);
    expect(messages[0]).toMatch(/^`age_band` must be `child`/);
    expect(messages.slice(1)).toEqual([
      '`codes[0]`: not an ICD-10-CM code',
      '`codes[1]`: not an ICD-10-CM code',
    ]);
  });
});
