/** Protects the life of a text at the command line: approved, overdue, refused, overridden on record, recalled, withdrawn. */

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commandLine, smallest } from '../support/command-line.ts';
import { copyContent } from '../support/content-copy.ts';
import type { Ran } from '../support/run-handout.ts';
import { contentFolder } from '../support/shipped-content.ts';

const { folder, run, made } = commandLine();
const topic = 'back-muscle-spasm';
const env = { HANDOUT_RECORDS: join(folder, 'rec') };
const later = '2099-12-01';
const copy = copyContent();
const ours = copy.folder;
const approval = join(ours, 'approvals', `${topic}.en.yaml`);
/** Proving takes its time, and what was proved is remembered by folder: so there is one, and it is signed once. */
let signed: { readonly ran: Ran; readonly text: string };
beforeAll(async () => {
  const sign = ['approve', topic, '--lang', 'en', '--by', 'Dr Sample', '--due', '2099-11-24'];
  const ran = await run([...sign, '--content', ours]);
  signed = { ran, text: readFileSync(approval, 'utf8') };
});
beforeEach(() => {
  rmSync(ours, { recursive: true });
  cpSync(contentFolder, ours, { recursive: true });
});
afterAll(() => copy.remove());

const approve = () => {
  mkdirSync(join(ours, 'approvals'));
  writeFileSync(approval, signed.text);
};
const make = (...more: string[]) =>
  run(['make', '-', '--html', '--content', ours, '--out', 'out/', ...more], smallest, env);
const page = (stdout: string) => readFileSync(join(folder, stdout.trim()), 'utf8');
const refuseAfter = (days: number) => {
  const clinic = readFileSync(join(ours, 'clinic.yaml'), 'utf8');
  writeFileSync(join(ours, 'clinic.yaml'), `${clinic}past_due: {refuse_after_days: ${days}}\n`);
};
const records = () =>
  readFileSync(join(folder, 'rec', 'records.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('an approved text', () => {
  it('says so on the sheet and in the list, until it changes', async () => {
    expect(page((await make()).stdout)).toContain('Draft: our clinic is still checking this text');
    expect(signed.ran).toMatchObject({ code: 0, stdout: `${approval}\n` });
    expect(signed.ran.stderr).toContain('by Dr Sample');
    approve();
    expect(page((await make()).stdout)).toContain('Checked by our clinic');
    expect((await run(['topics', '--content', ours])).stdout).toContain(
      'approved by Dr Sample, due 2099-11-24',
    );
    expect(await run(['diff', topic, '--content', ours])).toMatchObject({ code: 0 });

    // The ledger quotes the words of the sheet.
    for (const name of [join('topics', topic, 'en.yaml'), 'ledger.yaml']) {
      const text = readFileSync(join(ours, name), 'utf8');
      writeFileSync(join(ours, name), text.replaceAll('Short walks', 'Slow walks'));
    }
    const diff = await run(['diff', topic, '--content', ours]);
    expect(diff.code).toBe(1);
    expect(diff.stdout).toMatch(/changed: block key\.move\n[\s\S]*- .*Short walks.*\n.*\+ .*Slow walks/);
    expect(page((await make()).stdout)).toContain('Draft: our clinic is still checking this text');
    const check = await run(['check', '--content', ours]);
    expect(check.stderr).toContain('(review-changed)');
  });

  it('is warned of when overdue, refused after the days of the clinic, and then only made on record', async () => {
    approve();
    const warned = await make('--date', later);
    expect(warned.code).toBe(0);
    expect(warned.stderr).toContain('7 days ago');
    refuseAfter(7);
    expect(await make('--date', later)).toMatchObject({ code: 0 });

    const clinic = join(ours, 'clinic.yaml');
    writeFileSync(clinic, readFileSync(clinic, 'utf8').replace('days: 7', 'days: 6'));
    const before = made().length;
    const refused = await make('--date', later);
    expect(refused).toMatchObject({ code: 5, stdout: '' });
    expect(refused.stderr).toContain('--override-review');
    expect(made()).toHaveLength(before);

    expect(await make('--date', later, '--override-review', 'Dr Sample')).toMatchObject({ code: 2 });
    const override = ['--override-review', 'Dr Sample', '--reason', 'Waits outside'];
    const off = await make('--date', later, ...override, '--records', 'off');
    expect(off).toMatchObject({ code: 5, stdout: '' });
    expect(off.stderr).toContain('must be recorded');
    const done = await make('--date', later, ...override);
    expect(done.code).toBe(0);
    expect(records().slice(-2)).toMatchObject([
      { kind: 'override', override: { by: 'Dr Sample', reason: 'Waits outside' } },
      { kind: 'made', override: { by: 'Dr Sample' } },
    ]);
  });

  it('that is overdue today is so on a sheet that is dated back', async () => {
    approve();
    refuseAfter(0);
    writeFileSync(approval, signed.text.replace('due: 2099-11-24', 'due: 2020-01-01'));
    expect(await make('--date', '2019-12-01')).toMatchObject({ code: 5 });
  });
});

describe('what went out', () => {
  it('is recorded without a word about the patient, and recalled by content id or topic', async () => {
    const profile = `${smallest}patient: {name: Zzyzxqv, birthDate: 1977-07-17}\nnotes: Qwertzu\n`;
    const args = ['make', '-', '--html', '--content', ours];
    const placed = await run([...args, '--out', 'out/'], profile, env);
    await run([...args, '--out', 'zzyzxqv.html'], profile, env);
    const text = JSON.stringify(records());
    expect(text).not.toMatch(/zzyzxqv|1977|Qwertzu/i);
    const [first, second] = records();
    expect(first).toMatchObject({ kind: 'made', topic, language: 'en', style: 'standard', paper: 'Letter' });
    expect(second).not.toHaveProperty('file');

    const id = String(first?.['contentId']);
    const found = await run(['recall', id.toLowerCase(), '.'], '', env);
    expect(found.code).toBe(0);
    expect(found.stdout.match(new RegExp(id, 'g'))).toHaveLength(2);
    expect(found.stdout).toContain(placed.stdout.trim());
    const json = await run(['recall', topic, 'out', '--json'], '', env);
    expect(JSON.parse(json.stdout)).toMatchObject({
      sheets: [{ contentId: id }, { contentId: id }],
      damaged: [],
    });
  });

  it('and nothing, is said so', async () => {
    mkdirSync(join(folder, 'rec'));
    const found = await run(['recall', 'BMS-EN-000000'], '', env);
    expect(found).toMatchObject({ code: 0, stdout: '' });
    expect(found.stderr).toContain(`that is known in: ${join(folder, 'rec')}\n`);
    expect(await run(['recall', 'BMS-EN-000000', 'nowhere'], '', env)).toMatchObject({ code: 2 });
  });

  it('of no content id or topic, or looked for in a folder that is missing, is no answer', async () => {
    mkdirSync(join(folder, 'rec'));
    const slip = await run(['recall', 'back-muscle-spsm'], '', env);
    expect(slip).toMatchObject({ code: 2, stdout: '' });
    expect(slip.stderr).toContain('Did you mean `back-muscle-spasm`?');
    expect(await run(['recall', 'nope', '--json'], '', env)).toMatchObject({ code: 2, stdout: '' });
    const missing = await run(['recall', 'BMS-EN-000000', '--records', 'missing'], '', env);
    expect(missing).toMatchObject({ code: 2, stdout: '' });
    expect(missing.stderr).toContain('There is no folder of records');
    expect(await run(['recall', 'BMS-EN-000000'], '', { HANDOUT_RECORDS: 'off' })).toMatchObject({ code: 2 });
  });

  it('of a topic that is no longer there is found all the same', async () => {
    mkdirSync(join(folder, 'rec'));
    const gone = { kind: 'made', at: '2026-11-24T10:00:00.000Z', topic: 'gone-topic', language: 'en' };
    writeFileSync(
      join(folder, 'rec', 'records.jsonl'),
      `${JSON.stringify({ ...gone, contentId: 'GON-EN-00000A' })}\n`,
    );
    const found = await run(['recall', 'gone-topic'], '', env);
    expect(found).toMatchObject({ code: 0 });
    expect(found.stdout).toContain('GON-EN-00000A');
  });

  it('is made even when it can not be recorded, with a warning', async () => {
    const placed = await make('--records', join(ours, 'clinic.yaml'));
    expect(placed.code).toBe(0);
    expect(placed.stderr).toContain('(record-failed)');
  });
});

describe('a withdrawn topic', () => {
  it('is refused with the reason, in the list and in the check too, until it is lifted', async () => {
    const done = await run(['withdraw', topic, '--reason', 'Wrong dose', '--content', ours]);
    expect(done).toMatchObject({ code: 0 });
    const refused = await make();
    expect(refused).toMatchObject({ code: 5, stdout: '' });
    expect(refused.stderr).toContain('Wrong dose');
    const reasons = await run(['make', '-', '--explain', '--json', '--content', ours], smallest);
    expect(JSON.parse(reasons.stdout)).toMatchObject({ refused: { code: 'withdrawn' } });
    expect((await run(['topics', '--content', ours])).stdout).toMatch(/WITHDRAWN .*Wrong dose/);
    const check = await run(['check', '--content', ours]);
    expect(check).toMatchObject({ code: 0 });
    expect(check.stderr).toContain('(withdrawn)');
    await run(['withdraw', topic, '--lift', '--reason', 'Mended', '--content', ours]);
    expect(await make()).toMatchObject({ code: 0 });
  });

  it('must be one that is there', async () => {
    const ran = await run(['withdraw', 'back-muscle-spsm', '--reason', 'x', '--content', ours]);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toContain('Did you mean `back-muscle-spasm`?');
  });
});
