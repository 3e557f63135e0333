/** Protects workers that share a folder: each knows what the others wrote meanwhile, whole lines only. */

import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { followManifests } from '../../src/read/follow-manifests.ts';
import { hex32, madeLine } from '../support/manifest.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-follow-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const text = (...change: Parameters<typeof madeLine>) => `${JSON.stringify(madeLine(...change))}\n`;
const a = hex32('a');

it('what is appended is read the next time; a line that is half there later still', async () => {
  const path = join(folder, 'manifest-worker-1.jsonl');
  const followed = followManifests();
  await followed.readMore([path]);
  expect([followed.has(path), followed.known(a)]).toEqual([false, undefined]);
  writeFileSync(path, text('a', { bytes: 1 }));
  await followed.readMore([path]);
  expect(followed.known(a)).toMatchObject({ kind: 'made', bytes: 1 });
  const next = text('a', { bytes: 2 });
  appendFileSync(path, next.slice(0, 40));
  await followed.readMore([path]);
  expect(followed.known(a)).toMatchObject({ bytes: 1 });
  appendFileSync(path, `${next.slice(40)}damaged\n`);
  await Promise.all([followed.readMore([path]), followed.readMore([path])]);
  expect(followed.known(a)).toMatchObject({ bytes: 2 });
});

it('of several manifests the latest line on a job counts', async () => {
  const [one, two] = [join(folder, 'manifest-worker-1.jsonl'), join(folder, 'manifest-worker-2.jsonl')];
  writeFileSync(one, text('a', { at: '2026-11-23T20:00:02.000Z', bytes: 1 }));
  writeFileSync(two, text('a', { at: '2026-11-23T20:00:01.000Z', bytes: 2 }));
  const followed = followManifests();
  await followed.readMore([one, two]);
  expect(followed.known(a)).toMatchObject({ bytes: 1 });
  appendFileSync(two, text('a', { at: '2026-11-23T20:00:03.000Z', bytes: 3 }));
  await followed.readMore([one, two]);
  expect(followed.known(a)).toMatchObject({ bytes: 3 });
});

it('a manifest that another was put in place of is read from its start', async () => {
  const path = join(folder, 'manifest.jsonl');
  writeFileSync(path, text('a') + text('b'));
  const followed = followManifests();
  await followed.readMore([path]);
  writeFileSync(join(folder, 'merged'), text('a', { bytes: 7 }) + text('b') + text('c'));
  renameSync(join(folder, 'merged'), path);
  await followed.readMore([path]);
  expect([followed.known(a)?.bytes, followed.known(hex32('c'))?.kind]).toEqual([7, 'made']);
});
