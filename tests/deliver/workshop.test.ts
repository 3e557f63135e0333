/** Protects a folder from two batches at once, and the next batch from what a dead one left. */

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeHandout } from '../../src/deliver/place-handout.ts';
import { atWork, openWorkshop } from '../../src/deliver/workshop.ts';
import { ended, firstWord, runModule } from '../support/run-module.ts';

let folder: string;
let manifest: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-workshop-'));
  manifest = join(folder, 'manifest.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A batch in another process, with a half-made file. */
const otherBatch = () =>
  runModule(`
    import { writeFileSync } from 'node:fs';
    import { openWorkshop } from 'dist/deliver/workshop.js';
    const { folder } = await openWorkshop(${JSON.stringify(manifest)});
    writeFileSync(folder + '/half.pdf', 'half');
    console.log('works');
    setInterval(() => undefined, 1000);
  `);

describe('openWorkshop', () => {
  it('lets one in, and the next when it has ended', async () => {
    const first = await openWorkshop(manifest);
    expect(await atWork(manifest)).toBe(true);
    let waited = 0;
    const second = openWorkshop(manifest, {
      waitMs: 60_000,
      onWait: () => {
        waited += 1;
        void first.close();
      },
    });
    await (await second).close();
    expect(waited).toBe(1);
    expect(await atWork(manifest)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not mind the manifest of another shard', async () => {
    const one = await openWorkshop(join(folder, 'manifest-1-of-2.jsonl'));
    const two = await openWorkshop(join(folder, 'manifest-2-of-2.jsonl'));
    await Promise.all([one.close(), two.close()]);
  });

  it('of many at the same moment lets in one at a time', async () => {
    let inside = 0;
    let most = 0;
    const batch = async () => {
      const workshop = await openWorkshop(manifest, { waitMs: 60_000 });
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
      await workshop.close();
    };
    await Promise.all(Array.from({ length: 4 }, batch));
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses while another process works, and sweeps up after `kill -9`', async () => {
    const other = otherBatch();
    expect(await firstWord(other)).toBe('works');
    await expect(openWorkshop(manifest)).rejects.toMatchObject({
      code: 'in-use',
      hint: expect.stringContaining('--out'),
    });
    expect(readdirSync(folder)).toHaveLength(1);
    other.kill('SIGKILL');
    await ended(other);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await atWork(manifest)).toBe(false);
    await (await openWorkshop(manifest)).close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes a batch of another machine for dead only when it was silent for long', async () => {
    const theirs = join(folder, '.manifest.jsonl.lock-ffffffffffff-1-1-00000000');
    mkdirSync(theirs);
    await expect(openWorkshop(manifest)).rejects.toMatchObject({ code: 'in-use' });
    expect(existsSync(theirs)).toBe(true);
    const longAgo = new Date(Date.now() - 120_000);
    utimesSync(theirs, longAgo, longAgo);
    await (await openWorkshop(manifest)).close();
    expect(existsSync(theirs)).toBe(false);
  });

  it('shows that it lives', async () => {
    const workshop = await openWorkshop(manifest, { beatMs: 5 });
    const longAgo = new Date(Date.now() - 120_000);
    utimesSync(workshop.folder, longAgo, longAgo);
    await expect.poll(() => statSync(workshop.folder).mtimeMs).toBeGreaterThan(longAgo.getTime());
    await workshop.close();
  });

  it('ends its waiting when it is interrupted', async () => {
    const first = await openWorkshop(manifest);
    const stop = new AbortController();
    const second = openWorkshop(manifest, {
      waitMs: 60_000,
      signal: stop.signal,
      onWait: () => stop.abort(),
    });
    await expect(second).rejects.toMatchObject({ code: 'interrupted' });
    await first.close();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('placeHandout', () => {
  const sheet = Buffer.from('%PDF one');

  it('leaves the whole file for its owner, and tells what the manifest has to', async () => {
    const workshop = await openWorkshop(manifest);
    const path = join(folder, 'deep', 'a.pdf');
    const placed = await placeHandout(workshop, path, sheet);
    const stats = statSync(path);
    expect(readFileSync(path)).toEqual(sheet);
    expect(stats.mode & 0o777).toBe(0o600);
    expect(placed).toMatchObject({ bytes: stats.size, mtimeMs: stats.mtimeMs });
    expect(placed.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(readdirSync(workshop.folder)).toEqual([]);
    await workshop.close();
  });

  it('whoever lost the workshop places nothing more', async () => {
    const workshop = await openWorkshop(manifest);
    rmSync(workshop.folder, { recursive: true });
    await expect(placeHandout(workshop, join(folder, 'a.pdf'), sheet)).rejects.toMatchObject({
      code: 'write-failed',
    });
    expect(readdirSync(folder)).toEqual([]);
    await workshop.close();
  });

  it('leaves the old file and no half one where the new one can not stand', async () => {
    const workshop = await openWorkshop(manifest);
    mkdirSync(join(folder, 'a.pdf'));
    await expect(placeHandout(workshop, join(folder, 'a.pdf'), sheet)).rejects.toMatchObject({
      code: 'write-failed',
    });
    expect(readdirSync(workshop.folder)).toEqual([]);
    await workshop.close();
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });
});
