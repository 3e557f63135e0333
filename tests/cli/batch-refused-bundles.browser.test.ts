/** Protects a patient who is refused now: no archive and no PDF of all of an earlier run still holds the sheet without a word. */

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { purgeFolder } from '../../src/app/purge-folder.ts';
import { batchRun, good, inDanger, roster } from '../support/batch-run.ts';

const { folder, file, run, batch, batchUntil, lines } = batchRun();

describe('an archive of an earlier run', () => {
  it.each([[['--zip', 'out/all.zip']], [[]]])(
    'with %s is removed or told when its row is refused',
    async (again) => {
      file('r.csv', roster(good('p1')));
      expect(await batch(['r.csv', '--out', 'out', '--zip', 'out/all.zip'])).toMatchObject({ code: 0 });
      file('r.csv', roster(inDanger('p1')));
      const ran = await batch(['r.csv', '--out', 'out', ...again]);
      expect(ran).toMatchObject({ code: 5 });
      const told = `${ran.stdout}${ran.stderr}`.includes('all.zip');
      expect(told || !existsSync(join(folder, 'out', 'all.zip'))).toBe(true);
    },
  );
});

describe('a bundle outside the folder', () => {
  const bundles = ['--combine', 'all.pdf', '--zip', 'all.zip'];
  const there = () => ['all.pdf', 'all.zip'].filter((name) => existsSync(join(folder, name)));

  it('stands in the manifest with its path, is verified, told, removed when nothing may be in it, and purged', async () => {
    file('r.csv', roster(good('p1')));
    const args = ['r.csv', '--out', 'out'];
    await batch([...args, ...bundles]);
    expect(lines().filter(({ kind }) => kind === 'combined' || kind === 'zip')).toMatchObject([
      { kind: 'combined', file: join(folder, 'all.pdf'), handouts: 1 },
      { kind: 'zip', file: join(folder, 'all.zip'), handouts: 1 },
    ]);
    const verified = await run(['verify', 'out']);
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringMatching(/^ok +3$/m)]);

    file('r.csv', roster(inDanger('p1')));
    const told = await batch(args);
    for (const name of there()) expect(`${told.stdout}${told.stderr}`).toContain(join(folder, name));
    expect(there()).toHaveLength(2);
    const removed = await batch([...args, ...bundles]);
    expect(there()).toEqual([]);
    expect(removed.stdout.match(/: none/g)).toHaveLength(2);
    expect(await run(['verify', 'out'])).toMatchObject({ code: 0 });

    file('r.csv', roster(good('p2')));
    await batch([...args, ...bundles]);
    writeFileSync(join(folder, 'all.zip'), 'of somebody else');
    const moment = '2999-01-01T00:00:00.000Z';
    const purged = await purgeFolder(join(folder, 'out'), { before: moment, moment, dryRun: false });
    expect(purged).toMatchObject({ left: [join(folder, 'all.zip')], kept: 0 });
    expect(there()).toEqual(['all.zip']);
  });

  it('is not named for a row that was never in it', async () => {
    file('r.csv', roster(good('p1'), inDanger('p2')));
    await batch(['r.csv', '--out', 'out', ...bundles]);
    const ran = await batch(['r.csv', '--out', 'out']);
    expect(`${ran.stdout}${ran.stderr}`).not.toMatch(/all\.(pdf|zip)/);
    expect(there()).toHaveLength(2);
  });

  it('that was asked for goes as soon as a row of it is refused, though the run is cut off', async () => {
    file('r.csv', roster(good('p1')));
    await batch(['r.csv', '--out', 'out', ...bundles]);
    file('r.csv', roster(inDanger('p1'), ...Array.from({ length: 40 }, (_, at) => good(`q${at}`))));
    const args = ['r.csv', '--out', 'out', '--jobs', '1', ...bundles];
    expect(await batchUntil(1, 'SIGINT', args)).toBe(130);
    expect(there()).toEqual([]);
  });
});
