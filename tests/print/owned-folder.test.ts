import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeOwnedFolder, sweepAbandoned } from '../../src/print/owned-folder.ts';

describe('working folders in the cache', () => {
  let parent = '';
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'owned-'));
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  it('are swept when their process is dead, and left alone while it lives', async () => {
    const mine = await makeOwnedFolder(parent);
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    await mkdir(join(parent, basename(mine).replace(`-${process.pid}-`, `-${dead}-`)));
    await mkdir(join(parent, 'chromium-1.0.0'));
    await sweepAbandoned(parent);
    expect((await readdir(parent)).sort()).toEqual([basename(mine), 'chromium-1.0.0'].sort());
  });

  it('of another machine are judged by their age, since its processes can not be seen', async () => {
    const host = `${hostname()}-elsewhere`;
    await mkdir(join(parent, `.tmp-${host}-1-young`));
    await mkdir(join(parent, `.tmp-${host}-1-old`));
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    await utimes(join(parent, `.tmp-${host}-1-old`), twoDaysAgo, twoDaysAgo);
    await sweepAbandoned(parent);
    expect(await readdir(parent)).toEqual([`.tmp-${host}-1-young`]);
  });
});
