/** Protects a batch from trying thousands of rows in vain, and from giving up for one name that can't be written. */

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepsAllOut } from '../../src/deliver/folder-trouble.ts';
import { placeHandout } from '../../src/deliver/place-handout.ts';
import { openWorkshop } from '../../src/deliver/workshop.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-trouble-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.each([
  ['ENOSPC', true],
  ['EDQUOT', true],
  ['EROFS', true],
  ['EIO', true],
  ['ESTALE', true],
  ['ENOENT', true],
  ['EISDIR', false],
  ['ENAMETOOLONG', false],
  // Another program holds that file open: the folder takes others.
  ['EPERM', false],
  ['EBUSY', false],
])('%s keeps all others out too: %s', async (code, all) => {
  expect(await keepsAllOut(Object.assign(new Error(), { code }), folder)).toBe(all);
  expect(readdirSync(folder)).toEqual([]);
});

it('a folder that takes nothing is told from a file that can not be replaced', async () => {
  const cause = Object.assign(new Error(), { code: 'EPERM' });
  expect(await keepsAllOut(cause, join(folder, 'gone'))).toBe(true);
});

it('a folder that vanished is not put back by the next handout', async () => {
  const out = join(folder, 'out');
  mkdirSync(out);
  const workshop = await openWorkshop(join(out, 'manifest.jsonl'));
  rmSync(out, { recursive: true });
  await expect(placeHandout(workshop, join(out, 'a.pdf'), Buffer.from('%PDF'))).rejects.toMatchObject({
    code: 'write-failed',
    message: expect.stringContaining('its folder is gone'),
  });
  expect(existsSync(out)).toBe(false);
  await workshop.close();
});
