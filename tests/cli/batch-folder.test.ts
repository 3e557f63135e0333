/** Protects the commands on a finished batch at the command line: verify, purge, merge-manifest. */

import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { handOut } from '../support/manifest.ts';

const { folder, run } = commandLine();
const out = join(folder, 'out');
beforeEach(() => mkdirSync(out));

describe('handout verify', () => {
  it('tells that all is right, or names what is not', async () => {
    handOut(out, 'a');
    handOut(out, 'b');
    expect(await run(['verify', 'out'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^ok +2$/m),
    });
    rmSync(join(out, 'a.pdf'));
    appendFileSync(join(out, 'b.pdf'), ' ');
    writeFileSync(join(out, 'c.pdf'), '%PDF');
    const ran = await run(['verify', 'out/']);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/^missing: out\/a\.pdf$/m);
    expect(ran.stdout).toMatch(/^altered: out\/b\.pdf$/m);
    expect(ran.stdout).toMatch(/^not in the manifest: out\/c\.pdf$/m);
    const json = JSON.parse((await run(['verify', 'out', '--json'])).stdout) as Record<string, unknown>;
    expect(json).toMatchObject({ right: false, ok: 0, unlisted: ['out/c.pdf'] });
  });

  it('is not content with a folder without a manifest', async () => {
    expect(await run(['verify', 'out'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no manifest in out'),
    });
    expect(await run(['verify', 'nowhere'])).toMatchObject({ code: 2 });
  });
});

describe('handout purge', () => {
  it('deletes what is old, and nothing in a dry run', async () => {
    handOut(out, 'a', { at: '2020-01-01T00:00:00.000Z' });
    handOut(out, 'b', { at: '2099-01-01T00:00:00.000Z' });
    const dry = await run(['purge', 'out', '--older-than', '30d', '--dry-run']);
    expect(dry).toMatchObject({ code: 0, stderr: expect.stringContaining('1 handout made before') });
    expect(existsSync(join(out, 'a.pdf'))).toBe(true);
    const ran = await run(['purge', 'out', '--older-than', '30d']);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringMatching(/^out\/a\.pdf\n$/) });
    expect(existsSync(join(out, 'a.pdf'))).toBe(false);
    expect(existsSync(join(out, 'b.pdf'))).toBe(true);
    expect(await run(['verify', 'out'])).toMatchObject({ code: 0 });
  });

  it('refuses without an age, or with one that is none', async () => {
    handOut(out, 'a', { at: '2020-01-01T00:00:00.000Z' });
    expect((await run(['purge', 'out'])).code).toBe(2);
    expect((await run(['purge', 'out', '--older-than', '0d'])).code).toBe(2);
    expect((await run(['purge', 'out', '--older-than', '30'])).code).toBe(2);
    expect(existsSync(join(out, 'a.pdf'))).toBe(true);
  });
});

describe('handout merge-manifest', () => {
  it('joins, and refuses what does not fit or would be lost', async () => {
    handOut(out, 'a', {}, 'manifest-1-of-2.jsonl');
    handOut(out, 'b', {}, 'manifest-2-of-2.jsonl');
    const ran = await run(['merge-manifest', 'out/manifest.jsonl', 'out']);
    expect(ran).toMatchObject({ code: 0, stdout: 'out/manifest.jsonl\n' });
    expect(ran.stderr).toContain('2 jobs of 2 manifests');
    const one = 'out/manifest-1-of-2.jsonl';
    expect(await run(['merge-manifest', 'out/manifest.jsonl', one])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is there already'),
    });
    mkdirSync(join(out, 'x'));
    handOut(join(out, 'x'), 'a', { input: 'f'.repeat(32) });
    expect(await run(['merge-manifest', 'out/all.jsonl', one, 'out/x'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('tell of different files'),
    });
    expect(await run(['merge-manifest', 'out/all.jsonl', one, 'out/x', '--newest'])).toMatchObject({
      code: 0,
    });
    expect(await run(['merge-manifest', 'out/all.jsonl', 'out/none.jsonl'])).toMatchObject({ code: 2 });
    expect(await run(['merge-manifest', 'out', one])).toMatchObject({ code: 2 });
  });
});
