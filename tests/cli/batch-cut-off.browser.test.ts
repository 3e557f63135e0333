/** Protects a batch that is cut off: what is there is whole and listed, and the same command makes exactly what is missing. */

import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasProcessTable, soon } from '../print/support/processes.ts';
import { browserOf, signalBrowser } from '../support/batch-browser.ts';
import { batchRun, good, type RunningBatch, roster } from '../support/batch-run.ts';

const { folder, run, file, batch, batchUntil, batchWhen, names, sheets } = batchRun();
const count = 8;
const args = ['r.csv', '--out', 'out', '--jobs', '2'];
const counts = (made: number, unchanged: number) =>
  expect.stringContaining(`${made} made, ${unchanged} unchanged, 0 refused for safety, 0 failed`);
const writeRoster = () =>
  file('r.csv', roster(...Array.from({ length: count }, (_, index) => good(`p${index + 1}`))));
const wholeAndListed = async (made: number) => {
  expect(names().filter((name) => !/^manifest\.jsonl$|\.pdf$/.test(name))).toEqual([]);
  expect(Object.keys(sheets())).toHaveLength(made);
  expect(await run(['verify', 'out'])).toMatchObject({ code: 0 });
};

/** Of a run that nobody disturbed. */
let undisturbed: Record<string, string> = {};
beforeAll(async () => {
  writeRoster();
  expect(await batch(args)).toMatchObject({ code: 0 });
  undisturbed = sheets();
});
beforeEach(writeRoster);

describe('Ctrl-C', () => {
  it.skipIf(!hasProcessTable)(
    'finishes what is in flight, however long that takes, and the same command goes on',
    async () => {
      const held = async (running: RunningBatch) => {
        signalBrowser(running, 'SIGSTOP');
        running.kill('SIGINT');
        // Longer than other commands are given.
        await delay(6000);
        signalBrowser(running, 'SIGCONT');
      };
      const ran = await batchWhen(1, (running) => void held(running), args);
      expect(ran.code).toBe(130);
      expect(ran.stderr).toContain('Finishing what is in flight');
      const made = Object.keys(sheets()).length;
      expect(made).toBeGreaterThan(1);
      expect(made).toBeLessThan(count);
      await wholeAndListed(made);
      expect(await batch(args)).toMatchObject({ code: 0, stdout: counts(count - made, made) });
      expect(sheets()).toEqual(undisturbed);
      await wholeAndListed(count);
    },
  );

  it.skipIf(!hasProcessTable)('twice ends it at once, and nothing half-made stays', async () => {
    let running: RunningBatch | undefined;
    const twice = async (started: RunningBatch) => {
      running = started;
      signalBrowser(started, 'SIGSTOP');
      started.kill('SIGINT');
      await delay(300);
      started.kill('SIGINT');
    };
    const ran = await batchWhen(1, (started) => void twice(started), args);
    expect(ran).toMatchObject({ code: 130, stdout: expect.not.stringContaining('"event":"end"') });
    expect(await soon(() => running !== undefined && browserOf(running).length === 0)).toBe(true);
    await wholeAndListed(Object.keys(sheets()).length);
  });
});

describe('kill -9', () => {
  it('at five moments by chance, and a last run, give the files of a run that was not disturbed', async () => {
    const moments = Array.from({ length: 5 }, () => Math.floor(Math.random() * 1800));
    for (const moment of moments) {
      const kill = (running: RunningBatch) => void setTimeout(() => running.kill('SIGKILL'), moment);
      expect((await batchWhen(0, kill, args)).code, `killed at ${moments}`).not.toBe(1);
      if (!readdirSync(folder).includes('out')) continue;
      const seen = JSON.parse((await run(['verify', 'out', '--json'])).stdout || '{}') as object;
      expect({ missing: [], altered: [], ...seen }).toMatchObject({ missing: [], altered: [] });
    }
    expect(await batch(args), `killed at ${moments}`).toMatchObject({ code: 0 });
    expect(sheets()).toEqual(undisturbed);
    await wholeAndListed(count);
  });
});

describe('a loss of power', () => {
  it('in the midst of a line, of a file, and between the two costs those handouts and no more', async () => {
    await batchUntil(4, 'SIGKILL', args);
    const manifest = join(folder, 'out', 'manifest.jsonl');
    const lock = names().find((name) => name.startsWith('.manifest.jsonl.lock-')) ?? '';
    writeFileSync(join(folder, 'out', lock, 'half.pdf'), '%PDF half of a sheet');
    const text = readFileSync(manifest, 'utf8');
    truncateSync(manifest, text.length - 40);
    // As some systems leave it.
    appendFileSync(manifest, '\0'.repeat(64));
    const before = text.trimEnd().split('\n').length;
    expect(await batch(args)).toMatchObject({ code: 0, stdout: counts(count - before + 1, before - 1) });
    expect(sheets()).toEqual(undisturbed);
    await wholeAndListed(count);
  });
});
