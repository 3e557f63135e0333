/** Protects patients whose id stands twice in a roster that can be read but once: the sheet that was made is taken back, from bundles too; and odd answers from passing unseen. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { batchRun, good, roster } from '../support/batch-run.ts';

const { env, folder, lines, run, sheets } = batchRun();

it('a pregnancy that is not asked at this age stands, and is told with its row', async () => {
  const old = good('p1').replace('1980-05-01', '1950-05-01').replace(',no,no,', ',pregnant,no,');
  const ran = await run(['batch', '-', '--out', 'out', '--date', '2026-11-23'], roster(old), env);
  expect(ran.code).toBe(0);
  expect(ran.stdout.replace(/\s+/g, ' ')).toContain('standard input, row 2: pregnancy is answered although');
});

it('of two rows with one id none has a sheet at the end', async () => {
  const rows = roster(good('p1'), good('p2'), good('p1'), good('p1'));
  const args = [
    'batch',
    '-',
    '--out',
    'out',
    '--date',
    '2026-11-23',
    '--combine',
    'all.pdf',
    '--zip',
    'all.zip',
  ];
  const ran = await run(args, rows, env);
  expect(ran.code).toBe(1);
  expect(ran.stdout).toMatch(/^1 made, 0 unchanged.*3 failed/m);
  expect(ran.stdout).toMatch(/All in one PDF: all\.pdf \(1 handout/);
  expect(ran.stdout).toMatch(/All in one archive: all\.zip \(1 handout/);
  expect(Object.keys(sheets()).filter((name) => /^back-/.test(name))).toHaveLength(1);
  expect(existsSync(join(folder, 'all.pdf'))).toBe(true);
  const kinds = lines().map(({ kind }) => kind);
  expect(kinds).toContain('purged');
  expect(kinds.filter((kind) => kind === 'failed')).toHaveLength(2);
  // It stays so.
  expect((await run(args, rows, env)).stdout).toMatch(/^0 made, 1 unchanged.*3 failed/m);
});
