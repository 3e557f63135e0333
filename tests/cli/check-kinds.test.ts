/** Protects whoever asks for a check: nothing that was asked for is dropped, and a report has a place before the long work. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';

const { folder, run, file, made } = commandLine();

it('a report without the proof, or one object for two checks, is refused', async () => {
  expect(await run(['check', '--report', 'x.html'])).toMatchObject({ code: 2, stdout: '' });
  expect(await run(['check', '--text', '--report', 'x.html'])).toMatchObject({ code: 2, stdout: '' });
  expect(await run(['check', '--text', '--safety', '--json'])).toMatchObject({ code: 2, stdout: '' });
  expect(made()).toEqual([]);
});

it('a report that can not be written is told before the proof', async () => {
  mkdirSync(join(folder, 'there'));
  file('a-file', '');
  for (const path of ['there', 'new/', '', 'a-file/report.html']) {
    const ran = await run(['check', '--safety', '--report', path]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('--report');
  }
});

it('two checks are both run, and the worst of them counts', async () => {
  const own = join(folder, 'own');
  mkdirSync(own);
  file('own/rulebook.yaml', 'nonsense: true\n');
  const ran = await run(['check', '--safety', '--text', '--content', own]);
  expect(ran.code).toBe(3);
  expect(ran.stderr.match(/nonsense/g)?.length).toBeGreaterThanOrEqual(2);
});
