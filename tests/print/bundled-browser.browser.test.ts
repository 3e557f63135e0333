import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, truncate, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openCache } from '../../src/print/browser-cache.ts';
import {
  bundledBrowser,
  bundledUnsupported,
  bundledVersion,
  isUnpacked,
} from '../../src/print/bundled-browser.ts';
import { sweepAbandoned } from '../../src/print/owned-folder.ts';
import { type Compiled, compilePrintRoom } from './support/compiled.ts';
import { soon } from './support/processes.ts';

describe.skipIf(bundledUnsupported() !== undefined)('unpacking the bundled browser', () => {
  let compiled: Compiled;
  let script = '';
  let home = '';
  let cache = '';

  beforeAll(() => {
    compiled = compilePrintRoom();
    script = compiled.script(
      'unpack-and-print.js',
      `import { openPrinter } from '${compiled.module('printer.js')}';
       const printer = await openPrinter({ env: process.env });
       const { pages } = await printer.print('<!doctype html><html lang="en"><title>t</title><p>a');
       await printer.close();
       process.exitCode = pages === 1 && printer.browser.source === 'bundled' ? 0 : 9;`,
    );
  });
  afterAll(() => compiled.remove());
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'unpack-'));
    cache = await openCache({ XDG_CACHE_HOME: home });
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  function start(): ChildProcess {
    return spawn(process.execPath, [script], {
      env: { PATH: process.env.PATH, XDG_CACHE_HOME: home },
      stdio: 'inherit',
    });
  }

  it('works in three processes at the same time, in an empty cache', async () => {
    const codes = await Promise.all([start(), start(), start()].map((child) => once(child, 'exit')));
    expect(codes.map(([code]) => code)).toEqual([0, 0, 0]);
    expect(await readdir(cache)).toEqual([`chromium-${bundledVersion()}`]);
  });

  it('works after an earlier process was killed half-way, and clears up after it', async () => {
    const child = start();
    const drafts = async () => (await readdir(cache)).filter((name) => name.startsWith('.tmp-'));
    while ((await drafts()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const draft = join(cache, (await drafts())[0] ?? '');
    await soon(() => existsSync(join(draft, 'chromium')));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await isUnpacked(cache)).toBe(false);
    const [code] = await once(start(), 'exit');
    expect(code).toBe(0);
    await sweepAbandoned(cache);
    expect(await readdir(cache)).toEqual([`chromium-${bundledVersion()}`]);
  });

  it('does not trust what an interrupted copy, a lost file or a cut-off file left', async () => {
    const folder = join(cache, `chromium-${bundledVersion()}`);
    const executable = join(folder, 'chromium');
    await mkdir(folder);
    await writeFile(executable, 'a stub', { mode: 0o755 });
    const told: string[] = [];
    const unpack = () => bundledBrowser(cache, { onProgress: (message) => told.push(message) });
    await unpack();
    const whole = (await stat(executable)).size;
    expect(whole).toBeGreaterThan(100e6);
    expect(told).toHaveLength(1);
    await unpack();
    expect(told, 'a whole browser is not unpacked again').toHaveLength(1);
    await truncate(executable, whole / 2);
    expect(await isUnpacked(cache)).toBe(false);
    await unpack();
    expect((await stat(executable)).size).toBe(whole);
    await unlink(join(folder, 'fonts.conf'));
    expect(await isUnpacked(cache)).toBe(false);
  });

  it('stops on abort and leaves nothing behind', async () => {
    const stop = new AbortController();
    const work = bundledBrowser(cache, {
      signal: stop.signal,
      onProgress: () => setTimeout(() => stop.abort(), 200),
    });
    await expect(work).rejects.toThrow(/abort/i);
    expect(await readdir(cache)).toEqual([]);
  });
});
