import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheFolder, openCache } from '../../src/print/browser-cache.ts';
import { sweepAbandoned } from '../../src/print/owned-folder.ts';
import { openPrinter } from '../../src/print/printer.ts';
import { type Compiled, compilePrintRoom } from './support/compiled.ts';
import { htmlOf } from './support/documents.ts';
import { hasProcessTable, processesWith, soon } from './support/processes.ts';

const env = process.env;
const LONG = htmlOf('<p>many words to lay out</p>'.repeat(20_000));

describe('an interrupted printer', () => {
  it('ends the browser and the wait at once, with a Fault', async () => {
    const stop = new AbortController();
    const printer = await openPrinter({ env, signal: stop.signal });
    const work = printer.print(LONG);
    setTimeout(() => stop.abort(), 50);
    const started = performance.now();
    await expect(work).rejects.toMatchObject({ code: 'interrupted' });
    expect(performance.now() - started).toBeLessThan(1_500);
    await printer.close();
  });

  it('gives up one document alone when only that one is interrupted', async () => {
    const printer = await openPrinter({ env });
    try {
      const work = printer.print(LONG, { signal: AbortSignal.timeout(50) });
      await expect(work).rejects.toMatchObject({ code: 'interrupted' });
      expect((await printer.print(htmlOf('<p>a</p>'))).pages).toBe(1);
    } finally {
      await printer.close();
    }
  });

  it('does not start when it is already interrupted', async () => {
    const opening = openPrinter({ env, signal: AbortSignal.abort() });
    await expect(opening).rejects.toMatchObject({ code: 'interrupted' });
  });
});

describe.skipIf(!hasProcessTable)('when our own process dies', () => {
  let compiled: Compiled;
  beforeAll(() => {
    compiled = compilePrintRoom();
  });
  afterAll(() => compiled.remove());

  async function dying(name: string, death: string) {
    const script = compiled.script(
      name,
      `import { openPrinter } from '${compiled.module('printer.js')}';
       await openPrinter({ env: process.env });
       console.log('open');
       ${death}`,
    );
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    const mark = `-${child.pid}-`;
    return {
      child,
      mark,
      profiles: () => readdirSync(cacheFolder(env)).filter((entry) => entry.includes(mark)),
    };
  }

  it('by kill -9, no browser lives on, and the next launch sweeps the profile', async () => {
    const { child, mark, profiles } = await dying('killed.js', 'setInterval(() => undefined, 1000);');
    expect(processesWith(mark).length).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await soon(() => processesWith(mark).length === 0)).toBe(true);
    await sweepAbandoned(await openCache(env));
    expect(profiles()).toEqual([]);
  });

  it('by an error that nobody caught, the profile goes with it', async () => {
    const { child, mark, profiles } = await dying(
      'thrown.js',
      'setTimeout(() => { throw new Error("x"); }, 100);',
    );
    if (child.exitCode === null) await once(child, 'exit');
    expect(await soon(() => processesWith(mark).length === 0)).toBe(true);
    expect(profiles()).toEqual([]);
  });
});
