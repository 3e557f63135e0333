/** Protects the command line: exit codes, results on standard output and all else beside it, and never a stack trace. */

import { describe, expect, it } from 'vitest';
import { commandLine, smallest } from '../support/command-line.ts';
import { runHandout } from '../support/run-handout.ts';

const { folder, run, file, made } = commandLine();

describe('help', () => {
  it('is a result: exit 0, on standard output, with examples and exit codes', async () => {
    const help = await run(['--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toContain('handout make examples/warfarin.yaml');
    expect(help.stdout).toContain('5 refused');
    const make = await run(['make', '--help']);
    expect(make).toMatchObject({ code: 0, stderr: '' });
    expect(make.stdout).toContain('--confirm-notes');
  });

  it('the version is one line', async () => {
    const ran = await run(['--version']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a command line that cannot be obeyed: exit 2, nothing on standard output', () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no command', [], /Usage: handout/],
    ['an unknown command', ['mkae', 'x.yaml'], /make/],
    ['no profile', ['make'], /profile/],
    ['an unknown option', ['make', '-', '--ot', 'x'], /--ot/],
    ['an option without its value', ['make', '-', '--out'], /--out/],
    ['a date that does not exist', ['make', '-', '--date', '2026-02-30'], /YYYY-MM-DD/],
    ['a date in another order', ['make', '-', '--date', '23/11/2026'], /YYYY-MM-DD/],
    ['a paper that is not there', ['make', '-', '--paper', 'A5'], /Letter/],
    ['--json without --explain', ['make', '-', '--json'], /--explain/],
    ['two results for one stream', ['make', '-', '--explain', '--json', '--out', '-'], /standard output/],
    ['a content folder that is not there', ['make', '-', '--content', 'nowhere'], /nowhere/],
  ];
  it.each(cases)('%s', async (_, args, told) => {
    const ran = await run(args, smallest);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(told);
    expect(made()).toEqual([]);
  });

  it.each(['topics', 'check', 'schema'])('%s: a content folder that is not there', async (command) => {
    const ran = await run([command, '--content', 'nowhere']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('nowhere');
  });
});

describe('other commands', () => {
  it('topics lists what can be made', async () => {
    const ran = await run(['topics']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(/back-muscle-spasm {2}en .*draft .*M62\.830/);
    const json = await run(['topics', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ topics: [{ id: 'back-muscle-spasm' }] });
  });

  it('schema is a JSON Schema in which each factor has its question', async () => {
    const ran = await run(['schema']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const schema = JSON.parse(ran.stdout) as {
      properties: { factors: { properties: Record<string, { description?: string }> } };
    };
    expect(schema.properties.factors.properties.blood_thinner?.description).toContain('warfarin');
  });

  it('a reader that closes early is no error', async () => {
    const ran = await runHandout(['schema'], { cwd: folder });
    expect(ran.code).toBe(0);
  });
});

describe('a place that cannot be written to: exit 1, told', () => {
  it('a file where a folder should be', async () => {
    file('taken', 'x');
    const ran = await run(['make', '-', '--html', '--out', 'taken/x.html'], smallest);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('could not be written');
    expect(ran.stderr).toContain('hint:');
    expect(made()).toEqual(['taken']);
  });
});
