/** Protects a recall: what any record, manifest or file tells is found once, and what can't be read is told. */

import { createHash } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recall } from '../../src/app/recall.ts';
import { appendRecords } from '../../src/deliver/append-record.ts';
import type { HandoutRecord } from '../../src/domain/handout-record.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-recall-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const record = (more: Partial<HandoutRecord> = {}): HandoutRecord => ({
  kind: 'made',
  at: '2026-11-24T10:00:00.000Z',
  topic: 'back-muscle-spasm',
  language: 'en',
  contentId: 'BMS-EN-4DB2B2',
  paper: 'A4',
  sha256: sha('one'),
  ...more,
});
const at = (...parts: string[]) => join(folder, ...parts);

describe('a recall', () => {
  it('finds records of the content id, in order of time, and no others', async () => {
    await appendRecords(at('rec'), [record({ at: '2026-11-25T10:00:00.000Z' })]);
    await appendRecords(at('rec'), [record()]);
    await appendRecords(at('rec'), [record({ contentId: 'BMS-EN-000000' })]);
    const found = await recall('bms-en-4db2b2', [at('rec')]);
    expect(found.sheets.map((sheet) => sheet.at?.slice(0, 10))).toEqual(['2026-11-24', '2026-11-25']);
    expect((await recall('back-muscle-spasm', [at('rec')])).sheets).toHaveLength(3);
    expect((await recall('neck-pain', [at('rec')])).sheets).toEqual([]);
  });

  it('finds the sheet by its bytes, under whatever name, and a sheet without a record by its name', async () => {
    await appendRecords(at('rec'), [record()]);
    mkdirSync(at('out', 'deep'), { recursive: true });
    writeFileSync(at('out', 'deep', 'for the file.pdf'), 'one');
    writeFileSync(at('out', 'back-muscle-spasm_en_bms-en-4db2b2_2.pdf'), 'two');
    writeFileSync(at('out', 'other.pdf'), 'three');
    const found = await recall('BMS-EN-4DB2B2', [at('rec'), at('out')]);
    expect(found.sheets.map(({ path }) => path)).toEqual([
      at('out', 'back-muscle-spasm_en_bms-en-4db2b2_2.pdf'),
      at('out', 'deep', 'for the file.pdf'),
    ]);
  });

  it('tells an override and the sheet that it led to as one; an override alone as well', async () => {
    const override = { by: 'Dr Sample', reason: 'Patient waits' };
    await appendRecords(at('rec'), [record({ kind: 'override', override })]);
    await appendRecords(at('rec'), [record({ override, file: 'x.pdf' })]);
    await appendRecords(at('rec'), [record({ kind: 'override', override, sha256: sha('lost') })]);
    const { sheets } = await recall('BMS-EN-4DB2B2', [at('rec')]);
    expect(sheets.map(({ file, override: by }) => [file, by?.by])).toEqual([
      ['x.pdf', 'Dr Sample'],
      [undefined, 'Dr Sample'],
    ]);
  });

  it('reads a manifest with fields of its own, passes over its failures, and counts damaged lines', async () => {
    mkdirSync(at('batch'));
    const lines = [
      JSON.stringify({ ...record(), row: 7, zip: 'a' }),
      JSON.stringify({ kind: 'refused', row: 8 }),
      '{"kind": "made", "at": ',
      JSON.stringify({ kind: 'made', topic: 'back-muscle-spasm' }),
    ];
    writeFileSync(at('batch', 'manifest.jsonl'), lines.join('\n'));
    const found = await recall('BMS-EN-4DB2B2', [folder]);
    expect(found.sheets).toHaveLength(1);
    expect(found.damaged).toEqual([{ file: at('batch', 'manifest.jsonl'), lines: 2 }]);
  });
});

describe('a record', () => {
  it('is a line of its own after one that was cut off, for its owner alone', async () => {
    await appendRecords(at('rec'), [record()]);
    appendFileSync(at('rec', 'records.jsonl'), '{"kind": "ma');
    await appendRecords(at('rec'), [record({ paper: 'Letter' })]);
    const lines = readFileSync(at('rec', 'records.jsonl'), 'utf8').split('\n');
    expect(lines[1]).toBe('{"kind": "ma');
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ paper: 'Letter' });
    expect(statSync(at('rec')).mode & 0o777).toBe(0o700);
    expect(statSync(at('rec', 'records.jsonl')).mode & 0o777).toBe(0o600);
  });

  it('that can not be written is a fault that says what to do', async () => {
    writeFileSync(at('rec'), '');
    await expect(appendRecords(at('rec'), [record()])).rejects.toMatchObject({ code: 'write-failed' });
  });
});
