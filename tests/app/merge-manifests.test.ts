/** Protects the joined manifest of a fleet: nothing lost, the latest counts, and what does not fit is told. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mergeManifests } from '../../src/app/merge-manifests.ts';
import { verifyFolder } from '../../src/app/verify-folder.ts';
import type { ManifestLine } from '../../src/domain/manifest.ts';
import { readManifest } from '../../src/read/read-manifest.ts';
import { handOut, hex32, madeLine } from '../support/manifest.ts';

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-merge-'));
  out = join(folder, 'manifest.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const shard = (name: string, ...lines: ManifestLine[]) => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return path;
};
const lines = () =>
  readFileSync(out, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; file?: string });
const early = '2026-11-22T20:00:00.000Z';
const failed = (job: string, at = early): ManifestLine => ({
  kind: 'failed',
  at,
  job: hex32(job),
  reason: { code: 'print-failed' },
});

it('joins shards of one folder and of several; files are found from there', async () => {
  mkdirSync(join(folder, 'two'));
  handOut(folder, 'a', {}, 'manifest-1-of-2.jsonl');
  handOut(join(folder, 'two'), 'b');
  const inputs = [join(folder, 'manifest-1-of-2.jsonl'), join(folder, 'two', 'manifest.jsonl')];
  expect(await mergeManifests(out, inputs, false)).toMatchObject({ ok: true, jobs: 2, damaged: 0 });
  expect(lines().map(({ file }) => file)).toEqual(['a.pdf', 'two/b.pdf']);
  for (const input of inputs) rmSync(input);
  expect(await verifyFolder(folder)).toMatchObject({ ok: 2, missing: [], unlisted: [] });
  expect(readdirSync(folder).sort()).toEqual(['a.pdf', 'manifest.jsonl', 'two']);
});

it('takes the latest line of each job, whichever shard has it, and forgets failures that were mended', async () => {
  const one = shard('manifest-1-of-2.jsonl', failed('a'), madeLine('b', { at: early }));
  const two = shard(
    'manifest-2-of-2.jsonl',
    madeLine('a', { at: '2026-11-23T20:00:00.000Z' }),
    failed('b', '2026-11-23T21:00:00.000Z'),
  );
  for (const inputs of [
    [one, two],
    [two, one],
  ]) {
    await mergeManifests(out, inputs, false);
    const { jobs } = await readManifest([out]);
    expect(jobs.get(hex32('a'))?.kind).toBe('made');
    expect(jobs.get(hex32('b'))?.kind).toBe('failed');
    // That b went out once can be recalled.
    expect(
      lines()
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['failed', 'made', 'made']);
  }
});

it('refuses two different files for one job, unless told to take the later', async () => {
  const one = shard('one/manifest.jsonl', madeLine('a', { at: early, sha256: '1'.repeat(64), pages: 1 }));
  const two = shard('two/manifest.jsonl', madeLine('a', { sha256: '2'.repeat(64), pages: 2 }));
  const refused = await mergeManifests(out, [one, two], false);
  expect(refused).toMatchObject({ ok: false, hint: expect.stringContaining('--newest') });
  expect(!refused.ok && refused.problems.join()).toContain(hex32('a'));
  expect(readdirSync(folder).sort()).toEqual(['one', 'two']);
  expect(await mergeManifests(out, [one, two], true)).toMatchObject({ ok: true, jobs: 1, lines: 2 });
  expect((await readManifest([out])).jobs.get(hex32('a'))).toMatchObject({ pages: 2, file: 'two/a.pdf' });
});

it('does not mind that both made the same', async () => {
  const one = shard('one/manifest.jsonl', madeLine('a', { at: early }));
  const two = shard('two/manifest.jsonl', madeLine('a'));
  expect(await mergeManifests(out, [one, two], false)).toMatchObject({ ok: true, jobs: 1 });
});

it('refuses shards made with different keys', async () => {
  const one = shard('one/manifest.jsonl', madeLine('a', { key: '0000000a' }));
  const two = shard('two/manifest.jsonl', madeLine('b', { key: '0000000b' }));
  expect(await mergeManifests(out, [one, two], true)).toMatchObject({
    ok: false,
    hint: expect.stringContaining('HANDOUT_KEY_FILE'),
  });
});

it('refuses to tell of files outside its folder', async () => {
  const one = shard('one/manifest.jsonl', madeLine('a'));
  expect(await mergeManifests(join(folder, 'two', 'all.jsonl'), [one], false)).toMatchObject({ ok: false });
});

it('merged again, with itself, says the same', async () => {
  const purged: ManifestLine = {
    kind: 'purged',
    at: '2026-11-24T20:00:00.000Z',
    job: hex32('b'),
    file: 'b.pdf',
    sha256: '0'.repeat(64),
  };
  const one = shard(
    'manifest-1-of-2.jsonl',
    madeLine('a', { at: early, file: 'old.pdf' }),
    madeLine('a'),
    madeLine('b'),
    purged,
  );
  await mergeManifests(out, [one], false);
  const first = lines();
  expect(first).toHaveLength(4);
  for (const inputs of [[out, one], [one, out], [out]]) {
    await mergeManifests(out, inputs, false);
    expect(lines()).toEqual(first);
  }
});

it('counts damaged lines once', async () => {
  const one = shard('one/manifest.jsonl', madeLine('a'));
  writeFileSync(one, `${readFileSync(one, 'utf8')}{"kind":"ma`);
  expect(await mergeManifests(out, [one], false)).toMatchObject({ ok: true, jobs: 1, lines: 1, damaged: 1 });
});
