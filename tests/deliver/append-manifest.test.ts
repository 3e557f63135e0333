/** Protects the manifest: every line whole, also after a cut, a full disk, and with two processes that append at once. */

import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openManifest } from '../../src/deliver/append-manifest.ts';
import { readManifest } from '../../src/read/read-manifest.ts';
import { hex32, madeLine } from '../support/manifest.ts';
import { ended, runModule } from '../support/run-module.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-append-'));
  path = join(folder, 'out', 'manifest.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const jobs = async () => [...(await readManifest([path])).jobs.keys()];

describe('openManifest', () => {
  it('adds a line that is there as soon as it was added, for its owner alone', async () => {
    const manifest = await openManifest(path);
    await manifest.append(madeLine('a'));
    expect(await jobs()).toEqual([hex32('a')]);
    await manifest.append(madeLine('b'));
    await manifest.close();
    const again = await openManifest(path);
    await again.append(madeLine('c'));
    await again.close();
    expect(await jobs()).toEqual(['a', 'b', 'c'].map(hex32));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'out')).mode & 0o777).toBe(0o700);
  });

  it('starts a new line after one that was cut off', async () => {
    const first = await openManifest(path);
    await first.append(madeLine('a'));
    await first.close();
    appendFileSync(path, '{"kind":"made","at":"2026');
    const manifest = await openManifest(path);
    await manifest.append(madeLine('b'));
    await manifest.append(madeLine('c'));
    await manifest.close();
    const { jobs: known, damaged } = await readManifest([path]);
    expect([...known.keys()]).toEqual(['a', 'b', 'c'].map(hex32));
    expect(damaged).toBe(1);
  });

  it('tells when the file was taken away, and does not write on into nowhere', async () => {
    const manifest = await openManifest(path, { lines: 1, afterMs: 1000 });
    await manifest.append(madeLine('a'));
    await manifest.flush();
    renameSync(path, `${path}.old`);
    await expect(manifest.flush()).rejects.toMatchObject({ code: 'write-failed', message: /it is gone/ });
    writeFileSync(path, '');
    await expect(manifest.flush()).rejects.toMatchObject({ message: /replaced by another file/ });
    await expect(manifest.close()).rejects.toMatchObject({ code: 'write-failed' });
  });

  it.skipIf(!existsSync('/dev/full'))('tells of a full disk', async () => {
    const manifest = await openManifest('/dev/full');
    await expect(manifest.append(madeLine('a'))).rejects.toMatchObject({
      code: 'write-failed',
      message: expect.stringContaining('the disk is full'),
    });
    await manifest.close().catch(() => undefined);
  });

  it('brings lines to the disk by itself, and tells the next call what went wrong with that', async () => {
    const manifest = await openManifest(path, { lines: 2, afterMs: 60_000 });
    await manifest.append(madeLine('a'));
    rmSync(path);
    await manifest.append(madeLine('b'));
    await expect(
      (async () => {
        for (let i = 0; i < 1000; i += 1) await manifest.append(madeLine(`more ${i}`));
      })(),
    ).rejects.toMatchObject({ code: 'write-failed' });
    await expect(manifest.close()).rejects.toMatchObject({ code: 'write-failed' });
  });

  it('of two processes at once keeps every line whole', async () => {
    const appender = (name: string) =>
      runModule(`
        import { openManifest } from 'dist/deliver/append-manifest.js';
        const manifest = await openManifest(${JSON.stringify(path)}, { lines: 50, afterMs: 100 });
        const line = ${JSON.stringify(madeLine('a', { warnings: Array(100).fill('a-long-warning') }))};
        for (let i = 0; i < 500; i += 1) await manifest.append({ ...line, topic: '${name}', pages: i });
        await manifest.close();
      `);
    expect(await Promise.all([appender('one'), appender('two')].map(ended))).toEqual([0, 0]);
    const lines = readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { topic: string; pages: number });
    for (const name of ['one', 'two'])
      expect(lines.filter(({ topic }) => topic === name).map(({ pages }) => pages)).toEqual(
        Array.from({ length: 500 }, (_, i) => i),
      );
    expect(lines).toHaveLength(1000);
  });
});
