/** Protects a fleet: it works with one key, and no machine makes one of its own without a word. */

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { batchKey } from '../../src/app/batch-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-batch-key-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("lies in the user's configuration; a relative folder of it is ignored", async () => {
  const key = await batchKey({ HOME: folder }, false);
  expect(existsSync(join(folder, '.config', 'clinician-handouts', 'key'))).toBe(true);
  expect(await batchKey({ HOME: folder, XDG_CONFIG_HOME: 'relative' }, true)).toEqual(key);
  const other = await batchKey({ HOME: folder, XDG_CONFIG_HOME: join(folder, 'xdg') }, false);
  expect(other).not.toEqual(key);
});

it('is the one that HANDOUT_KEY_FILE names', async () => {
  const path = join(folder, 'shared-key');
  writeFileSync(path, `${'ab'.repeat(32)}\n`, { mode: 0o600 });
  expect((await batchKey({ HOME: folder, HANDOUT_KEY_FILE: path }, true)).toString('hex')).toBe(
    'ab'.repeat(32),
  );
});

it('is never made for a shard', async () => {
  const environment = { HOME: folder, HANDOUT_KEY_FILE: join(folder, 'mistyped') };
  await expect(batchKey(environment, true)).rejects.toMatchObject({
    code: 'read-failed',
    hint: expect.stringContaining('HANDOUT_KEY_FILE'),
  });
  await expect(batchKey({ HOME: folder }, true)).rejects.toMatchObject({ code: 'read-failed' });
  expect(existsSync(join(folder, 'mistyped'))).toBe(false);
});
