/** Protects what is not to be purged: only old sheets of the manifest go, and the manifest still tells that they went out. */

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { purgeFolder } from '../../src/app/purge-folder.ts';
import { recall } from '../../src/app/recall.ts';
import { verifyFolder } from '../../src/app/verify-folder.ts';
import { openWorkshop } from '../../src/deliver/workshop.ts';
import { handOut } from '../support/manifest.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-purge-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const old = { at: '2026-10-01T20:00:00.000Z' };
const wish = { before: '2026-10-24T00:00:00.000Z', moment: '2026-11-23T00:00:00.000Z', dryRun: false };
const manifest = () => readFileSync(join(folder, 'manifest.jsonl'), 'utf8');

it('deletes what is older, keeps the rest, and can be run again', async () => {
  handOut(folder, 'a', old);
  handOut(folder, 'b');
  writeFileSync(join(folder, 'stranger.pdf'), '%PDF');
  const done = await purgeFolder(folder, wish);
  const unknown = [join(folder, 'stranger.pdf')];
  expect(done).toMatchObject({ removed: [join(folder, 'a.pdf')], gone: [], left: [], kept: 1, unknown });
  expect(readdirSync(folder).sort()).toEqual(['b.pdf', 'manifest.jsonl', 'stranger.pdf']);
  const after = manifest();
  expect(await purgeFolder(folder, wish)).toMatchObject({ removed: [], gone: [], kept: 1 });
  expect(manifest()).toBe(after);
  rmSync(join(folder, 'stranger.pdf'));
  expect(await verifyFolder(folder)).toMatchObject({ ok: 1, missing: [], unlisted: [], purged: 1 });
});

it('recall still knows what was purged', async () => {
  handOut(folder, 'a', old);
  await purgeFolder(folder, wish);
  expect((await recall('BMS-EN-1A2B3C', [folder])).sheets).toMatchObject([{ at: old.at, file: 'a.pdf' }]);
});

it('changes nothing in a dry run', async () => {
  handOut(folder, 'a', old);
  const before = manifest();
  const done = await purgeFolder(folder, { ...wish, dryRun: true });
  expect(done.removed).toEqual([join(folder, 'a.pdf')]);
  expect(manifest()).toBe(before);
  expect(existsSync(join(folder, 'a.pdf'))).toBe(true);
});

it('leaves other bytes, links and what lies behind a linked folder', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'handout-elsewhere-'));
  for (const job of ['changed', 'link']) handOut(folder, job, old);
  handOut(folder, 'deep', { ...old, file: 'sub/deep.pdf' });
  const text = readFileSync(join(folder, 'changed.pdf'), 'utf8');
  writeFileSync(join(folder, 'changed.pdf'), text.replace('sheet', 'SHEET'));
  for (const name of ['link.pdf', 'sub']) {
    const bytes =
      name === 'sub' ? readFileSync(join(folder, 'sub/deep.pdf')) : readFileSync(join(folder, name));
    rmSync(join(folder, name), { recursive: true });
    writeFileSync(join(elsewhere, name === 'sub' ? 'deep.pdf' : name), bytes);
    symlinkSync(name === 'sub' ? elsewhere : join(elsewhere, name), join(folder, name));
  }
  const done = await purgeFolder(folder, wish);
  expect(done.removed).toEqual([]);
  expect([...done.left].sort()).toEqual(
    ['changed.pdf', 'link.pdf', 'sub/deep.pdf'].map((name) => join(folder, name)),
  );
  expect(readdirSync(elsewhere).sort()).toEqual(['deep.pdf', 'link.pdf']);
  rmSync(elsewhere, { recursive: true });
});

it('notes what somebody removed before', async () => {
  handOut(folder, 'a', old);
  rmSync(join(folder, 'a.pdf'));
  expect(await purgeFolder(folder, wish)).toMatchObject({ removed: [], gone: [join(folder, 'a.pdf')] });
  expect((await verifyFolder(folder)).missing).toEqual([]);
});

it('goes through the folders of shards, and no further than folders with a manifest', async () => {
  mkdirSync(join(folder, 'one'));
  handOut(join(folder, 'one'), 'a', old);
  handOut(folder, 'b', old, 'manifest-2-of-2.jsonl');
  const done = await purgeFolder(folder, wish);
  expect([...done.removed].sort()).toEqual([join(folder, 'b.pdf'), join(folder, 'one', 'a.pdf')]);
  expect(done.manifests).toBe(2);
});

it('is refused while a batch is at work', async () => {
  handOut(folder, 'a', old);
  const workshop = await openWorkshop(join(folder, 'manifest.jsonl'));
  await expect(purgeFolder(folder, wish)).rejects.toMatchObject({ code: 'in-use' });
  expect(existsSync(join(folder, 'a.pdf'))).toBe(true);
  await workshop.close();
});
