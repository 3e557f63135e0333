/** Protects a night's work from a folder that takes no more: it ends at once with the reason, not row by row. */

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { batchRun, good, roster } from '../support/batch-run.ts';

const { folder, run, file, batch, batchWhen, names, sheets } = batchRun();
const rows = 60;
const manyRows = () =>
  file('r.csv', roster(...Array.from({ length: rows }, (_, index) => good(`p${index + 1}`))));
const args = ['r.csv', '--out', 'out', '--jobs', '2'];

/** Commands of the system, for its administrator alone; gives whether it did. */
const system = (program: string, ...rest: string[]): boolean => {
  try {
    execFileSync(program, rest, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const isRoot = process.getuid?.() === 0;
const disk = join(folder, 'disk');
const canMount = (() => {
  if (!isRoot || process.platform !== 'linux') return false;
  mkdirSync(disk);
  const mounted = system('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk);
  if (mounted) system('umount', disk);
  rmSync(disk, { recursive: true });
  return mounted;
})();
afterAll(() => system('umount', disk));

const rowsTold = (json: string) => json.split('\n').filter((line) => line.includes('"row":')).length;

describe('a batch', () => {
  it('ends when the disk is full, and goes on when there is room again', async ({ skip }) => {
    if (!canMount) skip('this user may not mount a small disk');
    manyRows();
    mkdirSync(disk);
    expect(system('mount', '-t', 'tmpfs', '-o', 'size=600k,mode=700', 'tmpfs', disk)).toBe(true);
    try {
      const onDisk = ['r.csv', '--out', 'disk/out', '--jobs', '2'];
      const ran = await batch(onDisk);
      expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('the disk is full') });
      expect(ran.stdout).toMatch(/Stopped.* before the end/);
      const [, made = '', failed = ''] = /(\d+) made, .* (\d+) failed/.exec(ran.stdout) ?? [];
      expect(Number(made)).toBeGreaterThan(0);
      expect(Number(failed)).toBeLessThanOrEqual(2);
      const verified = JSON.parse((await run(['verify', 'disk/out', '--json'])).stdout) as object;
      expect(verified).toMatchObject({ missing: [], altered: [], unlisted: [] });
      expect(names('disk/out').filter((name) => name.startsWith('.'))).toEqual([]);
      expect(system('mount', '-o', 'remount,size=50m', disk)).toBe(true);
      file('r.csv', roster(...Array.from({ length: Number(made) + 2 }, (_, index) => good(`p${index + 1}`))));
      expect(await batch(onDisk)).toMatchObject({ code: 0 });
      expect(await run(['verify', 'disk/out'])).toMatchObject({ code: 0 });
    } finally {
      system('umount', disk);
      rmSync(disk, { recursive: true, force: true });
    }
  });

  it('ends when its folder vanishes, and does not put an empty one in its place', async () => {
    manyRows();
    const ran = await batchWhen(2, () => renameSync(join(folder, 'out'), join(folder, 'gone')), args);
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringMatching(/could not be written: .*gone/) });
    expect(rowsTold(ran.stdout)).toBeLessThan(rows / 2);
    expect(readdirSync(folder).sort()).toEqual(['gone', 'r.csv']);
    // What was made is whole, whatever the manifest of it can tell.
    expect(Object.keys(sheets('gone')).length).toBeGreaterThan(0);
    const verified = JSON.parse((await run(['verify', 'gone', '--json'])).stdout) as object;
    expect(verified).toMatchObject({ missing: [], altered: [] });
  });

  it('ends when its folder may not be written in any more', async ({ skip }) => {
    manyRows();
    const out = join(folder, 'out');
    let locked = false;
    const lock = () => {
      // No mode stops an administrator.
      if (isRoot) locked = system('chattr', '+i', out);
      else {
        chmodSync(out, 0o500);
        locked = true;
      }
    };
    const ran = await batchWhen(2, lock, args);
    if (isRoot) system('chattr', '-i', out);
    else chmodSync(out, 0o700);
    if (!locked) skip('this disk has no mark that stops an administrator');
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('no permission') });
    expect(rowsTold(ran.stdout)).toBeLessThan(rows / 2);
    const made = Object.keys(sheets()).length;
    expect(await run(['verify', 'out'])).toMatchObject({ code: 0 });
    file('r.csv', roster(...Array.from({ length: made + 1 }, (_, index) => good(`p${index + 1}`))));
    expect(await batch(args)).toMatchObject({ code: 0 });
    expect(names().filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('ends when there is no browser, with the exit code of that', async () => {
    manyRows();
    const ran = await batch([...args, '--browser', join(folder, 'none')]);
    expect(ran).toMatchObject({ code: 4, stdout: expect.stringContaining('0 made') });
    expect(ran.stdout).toMatch(/ [12] failed/);
    expect(names()).toEqual(['manifest.jsonl']);
  });

  it('goes on when only one name can not be written', async () => {
    file('r.csv', roster(good('p1'), good('p2'), good('p3')));
    mkdirSync(join(folder, 'out', 'p2_back-muscle-spasm_en.pdf'), { recursive: true });
    const ran = await batch([...args, '--name-by', 'id']);
    expect(ran).toMatchObject({ code: 1, stdout: expect.stringContaining('2 made') });
    expect(ran.stdout).toMatch(/^r\.csv +3 .*failed: The file could not be written/m);
  });
});
