/** Protects the key: made once, whole, for its owner alone, and never silently replaced by another. */

import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secretKey } from '../../src/deliver/secret-key.ts';
import { ended, runModule } from '../support/run-module.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-key-'));
  path = join(folder, 'config', 'key');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const own = { make: true, groupMayRead: false };

describe('secretKey', () => {
  it('makes 32 bytes on first use and gives the same ever after', async () => {
    const key = await secretKey(path, own);
    expect(key).toHaveLength(32);
    expect(await secretKey(path, own)).toEqual(key);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'config')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'config'))).toEqual(['key']);
  });

  it('is made by one of several processes, and the others take it', async () => {
    const children = Array.from({ length: 3 }, () =>
      runModule(`
        import { writeFileSync } from 'node:fs';
        import { secretKey } from 'dist/deliver/secret-key.js';
        const key = await secretKey(${JSON.stringify(path)}, { make: true, groupMayRead: false });
        writeFileSync(${JSON.stringify(`${folder}/seen-`)} + process.pid, key.toString('hex'));
      `),
    );
    const here = Promise.all(Array.from({ length: 10 }, () => secretKey(path, own)));
    expect(await Promise.all(children.map(ended))).toEqual([0, 0, 0]);
    const seen = readdirSync(folder)
      .filter((name) => name.startsWith('seen-'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    for (const key of await here) seen.push(key?.toString('hex') ?? '');
    expect(seen).toHaveLength(13);
    expect(new Set(seen)).toEqual(new Set([readFileSync(path, 'utf8').trim()]));
    expect(readdirSync(join(folder, 'config'))).toEqual(['key']);
  });

  it('is not made where it must be there', async () => {
    expect(await secretKey(path, { ...own, make: false })).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    [0o644, false],
    [0o640, false],
    [0o620, false],
    [0o604, true],
    [0o660, true],
  ])('is refused with mode %o (group may read: %s)', async (mode, groupMayRead) => {
    await secretKey(path, own);
    chmodSync(path, mode);
    await expect(secretKey(path, { make: true, groupMayRead })).rejects.toMatchObject({
      code: 'read-failed',
      message: expect.stringContaining(path),
      hint: expect.stringContaining('chmod'),
    });
  });

  it('may be readable by its group where it was handed out', async () => {
    const key = await secretKey(path, own);
    chmodSync(path, 0o640);
    expect(await secretKey(path, { make: false, groupMayRead: true })).toEqual(key);
  });

  it.each(['', '\n', 'abc', `${'a'.repeat(63)}\n`, `${'a'.repeat(64)}b`, 'x'.repeat(5000)])(
    'is refused when damaged, without a word of what it holds (%#)',
    async (text) => {
      await secretKey(path, own);
      writeFileSync(path, text);
      const fault = await secretKey(path, own).catch((cause: unknown) => cause);
      expect(fault).toMatchObject({ code: 'read-failed', message: expect.stringContaining('damaged') });
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );
});
