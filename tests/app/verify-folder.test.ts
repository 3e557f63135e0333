/** Protects the promise that a folder is what its manifest says, byte for byte. */

import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyFolder } from '../../src/app/verify-folder.ts';
import { unchanged } from '../../src/batch/unchanged.ts';
import { readManifest } from '../../src/read/read-manifest.ts';
import { handOut, hex32, madeLine } from '../support/manifest.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-verify-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const right = { missing: [], altered: [], unlisted: [], unread: [], damaged: [], atWork: false };

it('is right when every byte is there', async () => {
  for (const job of ['a', 'b', 'c', 'd', 'e', 'f']) handOut(folder, job);
  handOut(folder, 'deep', { file: 'sub/deep.pdf' });
  expect(await verifyFolder(folder)).toMatchObject({ ...right, ok: 7 });
});

it('names what is missing, altered or in no manifest', async () => {
  for (const job of ['a', 'b', 'c']) handOut(folder, job);
  rmSync(join(folder, 'a.pdf'));
  appendFileSync(join(folder, 'b.pdf'), '%');
  writeFileSync(join(folder, 'stranger.pdf'), '%PDF');
  writeFileSync(join(folder, 'notes.txt'), 'no sheet');
  writeFileSync(join(folder, 'all.zip'), 'sheets');
  mkdirSync(join(folder, '.manifest.jsonl.lock-1'));
  writeFileSync(join(folder, '.manifest.jsonl.lock-1', 'half'), 'made');
  handOut(folder, 'd');
  rmSync(join(folder, 'd.pdf'));
  mkdirSync(join(folder, 'd.pdf'));
  expect(await verifyFolder(folder)).toMatchObject({
    ok: 1,
    missing: [join(folder, 'a.pdf')],
    altered: [join(folder, 'b.pdf'), join(folder, 'd.pdf')],
    unlisted: [join(folder, 'all.zip'), join(folder, 'stranger.pdf')],
    strangers: [join(folder, 'notes.txt')],
  });
});

it('sees one altered byte that size and time do not show, and a rerun does not', async () => {
  const { input } = handOut(folder, 'a');
  const path = join(folder, 'a.pdf');
  const { atime, mtime } = statSync(path);
  const bytes = readFileSync(path);
  bytes[5] = (bytes[5] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  utimesSync(path, atime, mtime);
  // What a rerun is told of the file: a disk may keep the time less exactly than it was told.
  const known = (await readManifest([join(folder, 'manifest.jsonl')])).jobs.get(hex32('a'));
  const now = { size: statSync(path).size, mtimeMs: known?.mtimeMs ?? 0 };
  expect(Math.abs(statSync(path).mtimeMs - now.mtimeMs)).toBeLessThan(1);
  expect(unchanged(known, input, now)).toBe(true);
  expect((await verifyFolder(folder)).altered).toEqual([path]);
});

it('reads the manifests of all shards, and of the latest line of a file', async () => {
  handOut(folder, 'a', {}, 'manifest-1-of-2.jsonl');
  handOut(folder, 'b', {}, 'manifest-2-of-2.jsonl');
  appendFileSync(
    join(folder, 'manifest-2-of-2.jsonl'),
    `${JSON.stringify(madeLine('a', { at: '2026-11-22T20:00:00.000Z' }))}\n`,
  );
  expect(await verifyFolder(folder)).toMatchObject({ ...right, ok: 2 });
});

it('counts damaged lines, and what was purged as not missing', async () => {
  const { job, file, sha256 } = handOut(folder, 'a');
  handOut(folder, 'b');
  rmSync(join(folder, 'a.pdf'));
  const manifest = join(folder, 'manifest.jsonl');
  const purged = { kind: 'purged', at: '2026-11-24T00:00:00.000Z', job, file, sha256 };
  appendFileSync(manifest, `${JSON.stringify(purged)}\n{"kind":"ma`);
  expect(await verifyFolder(folder)).toMatchObject({
    ...right,
    ok: 1,
    purged: 1,
    damaged: [{ manifest, lines: 1 }],
  });
});
