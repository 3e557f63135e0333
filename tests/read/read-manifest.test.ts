/** Protects what a later run knows: the last line of a job counts, and no damaged line hides another. */

import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ManifestLine } from '../../src/domain/manifest.ts';
import { readManifest } from '../../src/read/read-manifest.ts';
import { readRecords } from '../../src/read/read-records.ts';
import { hex32, madeLine } from '../support/manifest.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-manifest-'));
  path = join(folder, 'manifest.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const write = (...lines: ManifestLine[]) =>
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
const reason = { code: 'unknown-key', file: 'roster.csv', row: 7, column: 'language' };

describe('readManifest', () => {
  it('knows nothing where there is no manifest', async () => {
    expect(await readManifest([path])).toEqual({ jobs: new Map(), bundles: new Map(), damaged: 0 });
  });

  it('takes the last line of each job, whatever the clock said', async () => {
    const failed: ManifestLine = {
      kind: 'failed',
      at: '2026-11-20T20:00:00.000Z',
      job: hex32('a'),
      input: hex32('i'),
      reason,
    };
    write(madeLine('a'), madeLine('b'), failed, madeLine('b', { bytes: 99 }));
    const { jobs } = await readManifest([path]);
    const older = [{ file: 'a.pdf', at: madeLine('a').at }];
    expect(jobs.get(hex32('a'))).toEqual({ kind: 'failed', at: failed.at, input: hex32('i'), older });
    expect(jobs.get(hex32('b'))).toMatchObject({ kind: 'made', file: 'b.pdf', bytes: 99 });
  });

  it('of two manifests takes the later line', async () => {
    write(madeLine('a', { at: '2026-11-23T20:00:00.000Z', bytes: 2 }));
    const other = join(folder, 'manifest-1-of-2.jsonl');
    writeFileSync(other, `${JSON.stringify(madeLine('a', { at: '2026-11-22T20:00:00.000Z', bytes: 3 }))}\n`);
    for (const paths of [
      [path, other],
      [other, path],
    ])
      expect((await readManifest(paths)).jobs.get(hex32('a'))?.bytes).toBe(2);
  });

  it('counts damaged lines and reads on: torn, filled with zeros, out of the folder, not JSON', async () => {
    write(madeLine('a'));
    appendFileSync(path, JSON.stringify(madeLine('b')).slice(0, 80));
    appendFileSync(path, `\n${'\0'.repeat(100)}\n`);
    appendFileSync(path, `${JSON.stringify(madeLine('c', { file: '../c.pdf' }))}\n`);
    appendFileSync(path, `${JSON.stringify(madeLine('d', { file: '/etc/d.pdf' }))}\n`);
    appendFileSync(path, `${JSON.stringify(madeLine('e'))}\n`);
    const { jobs, damaged } = await readManifest([path]);
    expect([...jobs.keys()]).toEqual([hex32('a'), hex32('e')]);
    expect(damaged).toBe(4);
  });

  it('does not take lines of other kinds, or of no job, for damage', async () => {
    write(
      { kind: 'failed', at: '2026-11-23T20:00:00.000Z', reason },
      {
        kind: 'combined',
        at: '2026-11-23T20:00:00.000Z',
        file: 'all.pdf',
        bytes: 1,
        sha256: '0'.repeat(64),
        mtimeMs: 1,
        handouts: 5,
      },
    );
    appendFileSync(path, '{"kind":"started","by":"a later version"}\n');
    expect(await readManifest([path])).toMatchObject({ jobs: new Map(), damaged: 0 });
  });

  it('knows each older file of a job, until it was replaced, purged or refused', async () => {
    const at = '2026-11-24T20:00:00.000Z';
    const job = hex32('a');
    const olderOf = async (...paths: string[]) =>
      (await readManifest(paths)).jobs.get(job)?.older?.map(({ file }) => file);
    const made = ['one.pdf', 'two.pdf', 'three.pdf', 'one.pdf'].map((file) => madeLine('a', { file }));
    write(...made, { kind: 'failed', at, job, reason }, { kind: 'failed', at, job, reason });
    expect((await olderOf(path))?.sort()).toEqual(['one.pdf', 'three.pdf', 'two.pdf']);
    write(...made, { kind: 'purged', at, job, file: 'two.pdf' });
    expect(await olderOf(path)).toEqual(['three.pdf']);
    const other = join(folder, 'manifest-1-of-2.jsonl');
    writeFileSync(other, `${JSON.stringify(madeLine('a', { file: 'four.pdf', at }))}\n`);
    expect((await olderOf(path, other))?.sort()).toEqual(['one.pdf', 'three.pdf']);
    write(...made, { kind: 'refused', at, job, input: hex32('i'), reason });
    expect(await olderOf(path)).toBeUndefined();
  });

  it('a purged older file of a job does not hide the newer one', async () => {
    const purged = (file: string): ManifestLine => ({
      kind: 'purged',
      at: '2026-11-24T20:00:00.000Z',
      job: hex32('a'),
      file,
      sha256: '0'.repeat(64),
    });
    write(madeLine('a', { file: 'old.pdf' }), madeLine('a', { file: 'new.pdf' }), purged('old.pdf'));
    expect((await readManifest([path])).jobs.get(hex32('a'))?.file).toBe('new.pdf');
    appendFileSync(path, `${JSON.stringify(purged('new.pdf'))}\n`);
    expect((await readManifest([path])).jobs.get(hex32('a'))?.kind).toBe('purged');
  });
});

it('recall reads a manifest as it reads records', async () => {
  write(madeLine('a'), {
    kind: 'refused',
    at: '2026-11-23T20:00:00.000Z',
    job: hex32('b'),
    input: hex32('i'),
    reason: { code: 'warning-sign' },
  });
  expect(await readRecords(path)).toMatchObject({
    damaged: 0,
    records: [{ kind: 'made', contentId: 'BMS-EN-1A2B3C', file: 'a.pdf' }],
  });
});
