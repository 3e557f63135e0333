/** Protects a folder that several runs fill: what changed is made again, and no older sheet is handed out unseen. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bad, batchRun, good, inDanger, roster, withoutBrowser } from '../support/batch-run.ts';
import { contentFolder } from '../support/shipped-content.ts';

const { run, file, batch, batchWhen, sheets, lines } = batchRun();
const args = ['r.csv', '--out', 'out', '--name-by', 'id'];
const counts = (made: number, unchanged: number, refused = 0, failed = 0) =>
  expect.stringContaining(
    `${made} made, ${unchanged} unchanged, ${refused} refused for safety, ${failed} failed`,
  );
const sheetOf = (id: string) => `${id}_back-muscle-spasm_en.pdf`;
const changed = (row: string) => row.replace(',no,no,', ',no,yes,');

describe('a roster that changes between runs', () => {
  it('has what changed or is new made, the rest left alone, and the sheet of a row that went stays', async () => {
    file('r.csv', roster(...['p1', 'p2', 'p3'].map(good)));
    await batch(args);
    const before = sheets();
    file('r.csv', roster(changed(good('p3')), good('p4'), good('p1')));
    expect(await batch(args)).toMatchObject({ code: 0, stdout: counts(2, 1) });
    const now = sheets();
    expect(Object.keys(now)).toEqual(['p1', 'p2', 'p3', 'p4'].map(sheetOf));
    for (const id of ['p1', 'p2']) expect(now[sheetOf(id)]).toBe(before[sheetOf(id)]);
    expect(now[sheetOf('p3')]).not.toBe(before[sheetOf('p3')]);
    expect(await run(['verify', 'out'])).toMatchObject({ code: 0 });
  });
});

describe('the older sheet of a row', () => {
  it('that fails now stays and is told everywhere; once the row is refused it goes', async () => {
    file('r.csv', roster(good('p1'), good('p2')));
    await batch(args);
    const day = lines()[0]?.at.slice(0, 10);
    file('r.csv', roster(good('p1'), bad('p2'), bad('p3')));
    const ran = await batch(args);
    expect(ran).toMatchObject({ code: 1, stdout: counts(0, 1, 0, 2) });
    const table = ran.stdout.replace(/\s+/g, ' ');
    expect(table).toContain(`older sheet still there: ${sheetOf('p2')}, of ${day}`);
    expect(ran.stdout).toContain('One row that failed has an older sheet in there');
    expect(ran.stdout).not.toContain(sheetOf('p3'));
    const older = [{ file: sheetOf('p2') }];
    const byRow = { p2: { reason: { row: 3 }, older }, p3: { reason: { row: 4 } } };
    const failed = lines().flatMap((line) => (line.kind === 'failed' ? [line] : []));
    expect(failed.sort((a, b) => (a.reason.row ?? 0) - (b.reason.row ?? 0))).toMatchObject([
      byRow.p2,
      byRow.p3,
    ]);
    expect(failed[1]).not.toHaveProperty('older');
    const told = (await batch([...args, '--json'])).stdout;
    expect(told).toMatch(/"row":3,[^\n]*"older":\[\{"file":"p2_/);
    expect(told.match(/"older"/g)).toHaveLength(1);
    expect(await run(['verify', 'out'])).toMatchObject({ code: 0 });

    // Through all that, it is not forgotten.
    file('r.csv', roster(good('p1'), inDanger('p2')));
    const refusedNow = await batch(args);
    expect(refusedNow).toMatchObject({ code: 5, stdout: counts(0, 1, 1) });
    expect(refusedNow.stdout.replace(/\s+/g, ' ')).toContain(
      `its sheet of ${day} is gone from the folder: if it was handed out, take it back`,
    );
    expect(refusedNow.stdout).toContain('TAKE BACK: one earlier sheet');
    expect(Object.keys(sheets())).toEqual([sheetOf('p1')]);
    expect(await run(['verify', 'out'])).toMatchObject({ code: 0 });
  });

  it('goes under each name that it was given, and a row with the same id twice points at no other', async () => {
    file('r.csv', roster(good('p1')));
    await batch(args);
    const renamed = await batch(['r.csv', '--out', 'out']);
    expect(renamed).toMatchObject({ code: 0, stdout: expect.stringContaining('under another name') });
    expect(Object.keys(sheets())).toHaveLength(2);
    file('r.csv', roster(good('p1'), good('p1')));
    const ran = await batch(args);
    expect(ran).toMatchObject({ code: 1, stdout: expect.not.stringContaining('older sheet') });
    file('r.csv', roster(inDanger('p1')));
    await batch(args);
    expect(sheets()).toEqual({});
    expect(await run(['verify', 'out'])).toMatchObject({ code: 0 });
  });
});

describe('a content file', () => {
  it('that breaks while a batch runs is not looked at before the next run, which tells it before any work', async () => {
    file('r.csv', roster(...['p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map(good)));
    const letterhead = readFileSync(join(contentFolder, 'clinic.yaml'), 'utf8');
    file('clinic.yaml', letterhead);
    const own = [...args, '--jobs', '1', '--clinic', 'clinic.yaml'];
    const ran = await batchWhen(1, () => file('clinic.yaml', 'nmae: x\n'), own);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('"made":6') });
    const made = sheets();
    expect(await batch(own)).toMatchObject({ code: 3, stderr: expect.stringContaining('clinic.yaml') });
    expect(sheets()).toEqual(made);
    file('clinic.yaml', letterhead);
    expect(await batch([...own, ...withoutBrowser])).toMatchObject({ code: 0, stdout: counts(0, 6) });
  });
});
