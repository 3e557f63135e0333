/** Protects the worker's reading: each row as it stands, in one pass where that will do, and none that is not there. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jobKey } from '../../src/batch/job-key.ts';
import type { RosterEntry } from '../../src/domain/job.ts';
import { RosterRows, versionOf } from '../../src/queue/roster-rows.ts';

const key = new Uint8Array(32);
const of = (id: number) => jobKey(key, String(id));

/** Rows 1 to `count`, and how many of them were read in all. */
function counted(count: number, breaksAt?: number) {
  const read = { rows: 0, passes: 0 };
  const open = async () => {
    read.passes += 1;
    return (async function* (): AsyncGenerator<RosterEntry> {
      for (let id = 1; id <= count; id += 1) {
        if (id === breaksAt && read.passes === 1) throw new Error('the disk');
        read.rows += 1;
        yield { ok: false, place: { file: 'r', line: id }, diagnostics: [], id: String(id) };
      }
    })();
  };
  return { read, rows: new RosterRows(open, key) };
}
const line = (row: RosterEntry | undefined) => (row?.ok === false ? row.place.line : undefined);

it('rows in order, with gaps, asked for at once, are found in one pass', async () => {
  const { read, rows } = counted(10_000);
  const wanted = [1, 3, 2, 5, 400, 399, 401];
  const found = await Promise.all(wanted.map((id) => rows.row(of(id))));
  expect(found.map(line)).toEqual(wanted);
  expect(read).toEqual({ rows: 401, passes: 1 });
  await rows.close();
});

it('a row from long before is read anew', async () => {
  const { read, rows } = counted(5000);
  await rows.row(of(4000));
  expect(line(await rows.row(of(10)))).toBe(10);
  expect(read.passes).toBe(2);
});

it('a row that is not there is known as such without another pass', async () => {
  const { read, rows } = counted(500);
  expect(await rows.row(of(501))).toBeUndefined();
  expect(await rows.row(of(502))).toBeUndefined();
  expect(line(await rows.row(of(7)))).toBe(7);
  expect(read).toEqual({ rows: 500, passes: 1 });
});

it('a pass that broke off is no proof that a row is not there', async () => {
  const { rows } = counted(20, 10);
  await expect(rows.row(of(15))).rejects.toThrow('the disk');
  expect(line(await rows.row(of(15)))).toBe(15);
});

it('a source that can not be read has no rows', async () => {
  expect(await new RosterRows(async () => undefined, key).row(of(1))).toBeUndefined();
});

it('a file and a profile in a folder have another version once they are written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handout-rows-'));
  try {
    const file = join(folder, 'a.yaml');
    writeFileSync(file, 'a');
    const before = await Promise.all([versionOf(file), versionOf(folder)]);
    expect(await Promise.all([versionOf(file), versionOf(folder)])).toEqual(before);
    writeFileSync(file, 'longer');
    const after = await Promise.all([versionOf(file), versionOf(folder)]);
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(await versionOf(join(folder, 'none'))).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
