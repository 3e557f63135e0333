import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache } from '../../src/print/browser-cache.ts';
import { bundledBrowser, bundledFolder, bundledUnsupported } from '../../src/print/bundled-browser.ts';
import { findBrowsers } from '../../src/print/find-browser.ts';
import { launchBrowser } from '../../src/print/launch.ts';
import { seal } from '../../src/print/sealed-folder.ts';

describe('the choice of a browser', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'browsers-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function program(name: string, text: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, text);
    await chmod(path, 0o755);
    return path;
  }

  it('stops at a given path that is wrong, and does not quietly take another browser', async () => {
    const given = { executable: join(folder, 'nowhere') };
    await expect(launchBrowser({ env: process.env, ...given })).rejects.toMatchObject({
      code: 'browser-missing',
    });
    const env = { ...process.env, PUPPETEER_EXECUTABLE_PATH: join(folder, 'nowhere') };
    await expect(launchBrowser({ env })).rejects.toThrow(/PUPPETEER_EXECUTABLE_PATH/);
  });

  it('stops at a given program that is no browser, with its last words', async () => {
    const executable = await program('browser', '#!/bin/sh\necho "I am no browser" >&2\nexit 3\n');
    const launch = launchBrowser({ env: process.env, executable });
    await expect(launch).rejects.toMatchObject({
      code: 'browser-failed',
      message: expect.stringMatching(/no browser/),
    });
  });

  it.skipIf(bundledUnsupported() !== undefined)(
    'tries the bundled one first, then installed ones, shells first',
    async () => {
      const chromium = await program('chromium', '#!/bin/sh\nexit 1\n');
      const shell = await program('chrome-headless-shell', '#!/bin/sh\nexit 1\n');
      const env = { ...process.env, PATH: folder, PUPPETEER_CACHE_DIR: folder };
      const order: string[] = [];
      for await (const finding of findBrowsers(await openCache(env), { env })) {
        if ('skipped' in finding) order.push(`no ${finding.skipped.source}`);
        else if (finding.candidate.source === 'installed') order.push(finding.candidate.executable);
        else order.push(finding.candidate.source);
      }
      expect(order.slice(0, 2)).toEqual(['bundled', 'no puppeteer-cache']);
      expect(order.indexOf(shell)).toBe(2);
      expect(order.indexOf(chromium)).toBeGreaterThan(2);
    },
  );

  it.skipIf(bundledUnsupported() !== undefined)(
    'falls from a bundled one that does not start to an installed one, and says why',
    async () => {
      const real = await bundledBrowser(await openCache(process.env));
      const set = Object.entries(real.env).map(([name, value]) => `${name}='${value}'`);
      const installed = await program(
        'chromium-headless-shell',
        `#!/bin/sh\n${set.join(' ')} exec '${real.executable}' "$@"\n`,
      );
      const env = { PATH: `${folder}:${process.env.PATH}`, XDG_CACHE_HOME: folder };
      const unpacked = bundledFolder(await openCache(env)) ?? '';
      await mkdir(unpacked);
      await writeFile(join(unpacked, 'chromium'), '#!/bin/sh\necho "No usable sandbox!" >&2\nexit 1\n', {
        mode: 0o755,
      });
      await seal(unpacked, unpacked);
      const running = await launchBrowser({ env });
      await running.process.close();
      expect(running.facts).toMatchObject({ source: 'installed', executable: installed });
      expect(running.facts.skipped[0]).toMatchObject({
        source: 'bundled',
        reason: expect.stringMatching(/sandbox/),
      });
    },
  );
});
