/** Protects delivery: a file is whole or not there, only its owner reads it, and no other patient's sheet is replaced. */

import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeBeside, writeWhole } from '../../src/deliver/whole-file.ts';
import { Fault } from '../../src/domain/fault.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-deliver-'));
  path = join(folder, 'sheet.pdf');
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});
const text = (file: string) => readFileSync(file, 'utf8');
const mode = (file: string) => statSync(file).mode & 0o777;
async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof Fault)) throw new Error('no Fault was thrown');
  return error;
}

describe.each([
  ['writeWhole', writeWhole],
  ['writeBeside', writeBeside],
] as const)('%s', (_, write) => {
  it('leaves the file and nothing else, for its owner alone', async () => {
    expect(await write(path, 'one')).toBe(path);
    expect(text(path)).toBe('one');
    expect(mode(path)).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['sheet.pdf']);
  });

  it('makes the folders that are missing', async () => {
    const deep = join(folder, 'a', 'b', 'sheet.pdf');
    await write(deep, new Uint8Array([1, 2]));
    expect([...readFileSync(deep)]).toEqual([1, 2]);
    expect(mode(join(folder, 'a'))).toBe(0o700);
  });

  it.skipIf(process.getuid?.() === 0)(
    'tells of a folder that may not be written to, by path and reason',
    async () => {
      chmodSync(folder, 0o500);
      const fault = await faultOf(write(path, 'one'));
      expect(fault.code).toBe('write-failed');
      expect(fault.message).toContain(path);
      expect(fault.message).toContain('no permission');
      expect(fault.hint).toBeDefined();
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('tells of a file that stands where a folder should be', async () => {
    writeFileSync(path, 'x');
    const fault = await faultOf(write(join(path, 'sheet.pdf'), 'one'));
    expect(fault.message).toContain('a file stands where a folder should be');
    expect(text(path)).toBe('x');
  });
});

describe('writeWhole', () => {
  it('replaces the whole file, also by a shorter one, and narrows its rights', async () => {
    writeFileSync(path, 'a long old text', { mode: 0o644 });
    await writeWhole(path, 'new');
    expect(text(path)).toBe('new');
    expect(mode(path)).toBe(0o600);
  });

  it('does not write through another name of the file', async () => {
    const other = join(folder, 'other.pdf');
    writeFileSync(other, 'old');
    linkSync(other, path);
    await writeWhole(path, 'new');
    expect(text(other)).toBe('old');
  });

  it('leaves the old file as it was when the new one cannot stand', async () => {
    mkdirSync(path);
    const fault = await faultOf(writeWhole(path, 'new'));
    expect(fault.code).toBe('write-failed');
    expect(statSync(path).isDirectory()).toBe(true);
    expect(readdirSync(folder)).toEqual(['sheet.pdf']);
  });

  it('of two at once leaves one of the two, whole', async () => {
    const texts = Array.from({ length: 8 }, (_, i) => `${i}`.repeat(100_000));
    await Promise.all(texts.map((each) => writeWhole(path, each)));
    expect(texts).toContain(text(path));
    expect(readdirSync(folder)).toEqual(['sheet.pdf']);
  });
});

describe('writeBeside', () => {
  it('takes the next free number when other bytes stand there', async () => {
    await writeBeside(path, 'one');
    expect(await writeBeside(path, 'two')).toBe(join(folder, 'sheet_2.pdf'));
    expect(await writeBeside(path, 'three')).toBe(join(folder, 'sheet_3.pdf'));
    expect(text(path)).toBe('one');
    expect(readdirSync(folder).sort()).toEqual(['sheet.pdf', 'sheet_2.pdf', 'sheet_3.pdf']);
  });

  it('keeps a file that already holds these bytes, under whichever number', async () => {
    await writeBeside(path, 'one');
    await writeBeside(path, 'two');
    const before = statSync(path).ino;
    expect(await writeBeside(path, 'one')).toBe(path);
    expect(await writeBeside(path, 'two')).toBe(join(folder, 'sheet_2.pdf'));
    expect(statSync(path).ino).toBe(before);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('of many at once gives each its own name', async () => {
    const texts = Array.from({ length: 10 }, (_, i) => `sheet ${i}`);
    const paths = await Promise.all(texts.map((each) => writeBeside(path, each)));
    expect(new Set(paths).size).toBe(10);
    expect(paths.map(text)).toEqual(texts);
    expect(readdirSync(folder)).toHaveLength(10);
  });

  it('does not take a folder or a dead link for a free name', async () => {
    mkdirSync(path);
    symlinkSync(join(folder, 'nowhere'), join(folder, 'sheet_2.pdf'));
    expect(await writeBeside(path, 'one')).toBe(join(folder, 'sheet_3.pdf'));
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });

  it('numbers a name without an ending', async () => {
    const bare = join(folder, 'sheet');
    await writeBeside(bare, 'one');
    expect(await writeBeside(bare, 'two')).toBe(join(folder, 'sheet_2'));
  });
});
