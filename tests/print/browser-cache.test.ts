import { chmod, chown, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder, openCache } from '../../src/print/browser-cache.ts';

describe('the cache folder', () => {
  let home = '';
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'cache-'));
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  it('follows XDG_CACHE_HOME, ignores a relative one, and else lies in the home folder', () => {
    expect(cacheFolder({ HOME: '/home/a', XDG_CACHE_HOME: '/var/c' })).toBe('/var/c/clinician-handouts');
    expect(cacheFolder({ HOME: '/home/a', XDG_CACHE_HOME: 'c' })).toBe('/home/a/.cache/clinician-handouts');
    expect(cacheFolder({ HOME: '/home/a' })).toBe('/home/a/.cache/clinician-handouts');
  });

  it('is made for this user alone, and closed again when it stood open', async () => {
    const folder = await openCache({ HOME: home });
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await chmod(folder, 0o777);
    await openCache({ HOME: home });
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('is refused when it is a link, which could lead to files of somebody else', async () => {
    await mkdir(join(home, 'elsewhere'));
    await symlink(join(home, 'elsewhere'), join(home, 'clinician-handouts'));
    await expect(openCache({ XDG_CACHE_HOME: home })).rejects.toMatchObject({ code: 'browser-failed' });
  });

  it.skipIf(process.getuid?.() !== 0)('is refused when it belongs to another user', async () => {
    const folder = await openCache({ HOME: home });
    await chown(folder, 12_345, 12_345);
    await expect(openCache({ HOME: home })).rejects.toThrow(/another user/);
  });
});
