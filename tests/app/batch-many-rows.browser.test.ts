/** Protects a long roster: of ten thousand rows, one in a hundred malformed, each is accounted for, and what is missing is made. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openBatch } from '../../src/app/batch.ts';
import { batchInput } from '../../src/app/batch-input.ts';
import { batchRows } from '../../src/app/batch-jobs.ts';
import { batchKey } from '../../src/app/batch-key.ts';
import type { BatchResult } from '../../src/app/batch-room.ts';
import { loadContent } from '../../src/app/kit.ts';
import { settleProfile } from '../../src/app/settle-profile.ts';
import { verifyFolder } from '../../src/app/verify-folder.ts';
import { fileNames } from '../../src/batch/file-names.ts';
import { jobKey } from '../../src/batch/job-key.ts';
import { fingerprint } from '../../src/read/compiled.ts';
import { readSettings } from '../../src/settings.ts';
import { bad, good, roster } from '../support/batch-run.ts';
import { handOut } from '../support/manifest.ts';
import { day } from '../support/shipped-content.ts';

const all = 10_000;
const isBad = (row: number) => row % 100 === 50;
const isMissing = (row: number) => row % 2000 === 1;
const range = (test: (row: number) => boolean) =>
  Array.from({ length: all }, (_, index) => index + 1).filter(test);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-many-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('tells each bad row by its number, and makes what is missing among the others', async () => {
  const settings = readSettings({}, { ...process.env, HANDOUT_KEY_FILE: join(folder, 'key') });
  const loaded = await loadContent(settings);
  if (!loaded.ok) throw new Error('the shipped content is broken');
  const [source, out] = [join(folder, 'r.csv'), join(folder, 'out')];
  mkdirSync(out);
  writeFileSync(source, roster(...range(() => true).map((row) => (isBad(row) ? bad : good)(`p${row}`))));
  const date = day('2026-11-23');
  const request = {
    sources: [source],
    out,
    asked: { date },
    jobs: 2,
    nameBy: 'hash',
    force: false,
    clock: { today: date, moment: '2026-11-23T20:00:00.000Z' },
    signal: new AbortController().signal,
    say: () => undefined,
  } as const;
  const { content, proof } = loaded.value;

  // As a run of the night before would have left it.
  const key = await batchKey(settings.environment, false);
  const kitHash = fingerprint([settings.templates], proof.key);
  const nameOf = fileNames('hash');
  const rows = await batchRows([source], content, settings, request.asked);
  if (!rows.ok) throw new Error('the roster can not be read');
  for await (const entry of rows.value) {
    if (!entry.ok || isMissing(Number(entry.job.id.slice(1)))) continue;
    const { job } = entry;
    const settled = settleProfile(job.profile, job.place, content, request.asked, date);
    if (!settled.ok) throw new Error('a good row is none');
    const id = jobKey(key, job.id);
    const name = nameOf({ job: id, id: job.id, topic: 'back-muscle-spasm', language: 'en', codes: [] });
    const input = batchInput(settled.value, content.clinic.paper, key, kitHash, content, date);
    if (name.ok) handOut(out, job.id, { job: id, input, file: name.name });
  }

  const batch = await openBatch(loaded.value, settings, request);
  if (!batch.ok) throw new Error('the batch did not begin');
  const results: BatchResult[] = [];
  for await (const result of batch.value.results) if ('diagnostics' in result) results.push(result);
  const rowsOf = (state: BatchResult['state']) =>
    results
      .filter((result) => result.state === state)
      .map(({ place }) => (place.line ?? 0) - 1)
      .sort((a, b) => a - b);
  expect(rowsOf('failed')).toEqual(range(isBad));
  expect(rowsOf('made')).toEqual(range(isMissing));
  expect(rowsOf('unchanged')).toEqual(range((row) => !isBad(row) && !isMissing(row)));
  expect(results).toHaveLength(all);
  const verified = await verifyFolder(out);
  expect(verified).toMatchObject({ ok: all - 100, missing: [], altered: [], unlisted: [], damaged: [] });
  expect(readFileSync(join(out, 'manifest.jsonl'), 'utf8').trim().split('\n')).toHaveLength(all);
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
});
