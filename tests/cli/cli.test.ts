/** Protects the command line: exit codes, results on standard output and all else beside it, and never a stack trace. */

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exampleFolder, type Ran, runHandout } from '../support/run-handout.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});

/** No browser may be needed: one that does not exist is named, so that a start of one would be seen. */
async function run(args: readonly string[], stdin = '', env: Record<string, string> = {}): Promise<Ran> {
  const ran = await runHandout(args, { cwd: folder, stdin, env });
  expect(ran.stdout + ran.stderr).not.toMatch(/^ {4}at |node:internal|\bundefined\b|\[object /m);
  return ran;
}
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return name;
};
const smallest = 'topics: [back-muscle-spasm]\n';
const made = () => readdirSync(folder, { recursive: true }).map(String);

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

describe('a profile that is wrong: exit 3, told with its place, nothing made', () => {
  it('a file that is missing', async () => {
    const ran = await run(['make', 'nobody.yaml']);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toContain('nobody.yaml: error: There is no such file');
  });

  it('an unknown topic, with the one that was meant', async () => {
    const name = file('p.yaml', 'topics: [back-muscle-spsm]\n');
    const ran = await run(['make', name]);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toMatch(/^p\.yaml.*unknown-topic/m);
    expect(ran.stderr).toContain('Did you mean `back-muscle-spasm`?');
    const asked = await run(['make', '-', '--topic', 'back-muscle-spsm'], smallest);
    expect(asked).toMatchObject({ code: 3, stdout: '' });
    expect(asked.stderr).toMatch(/^command line/m);
  });

  it('a language in which the topic is not written', async () => {
    const ran = await run(['make', '-', '--lang', 'xx'], smallest);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toContain('Use one of: en');
  });

  it('broken YAML, with line and column', async () => {
    const name = file('p.yaml', 'topics: [back-muscle-spasm\nlanguage: en\n');
    const ran = await run(['make', name]);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toMatch(/^p\.yaml:1:9: error: .*\(unclosed-bracket\)\n {4}hint: /m);
  });

  it('several mistakes at once, in order, counted, without a word about the patient', async () => {
    const text = `${smallest}patient: {name: Zzyzxqv, birthDate: 1990-02-30}\nfactors: {cancer: true}\n`;
    const ran = await run(['make', '-'], text);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toMatch(/standard input:2:.*\n[\s\S]*standard input:3:/);
    expect(ran.stderr).toContain('2 errors');
    expect(ran.stderr).not.toMatch(/Zzyzxqv|1990/);
  });

  it('nothing on standard input', async () => {
    const ran = await run(['make', '-']);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toContain('standard input');
  });

  it('content of the clinic that is wrong is told by its file', async () => {
    mkdirSync(join(folder, 'ours'));
    file('ours/clinic.yaml', 'name: North\nphnoe: 555\n');
    const ran = await run(['make', '-', '--content', 'ours'], smallest);
    expect(ran).toMatchObject({ code: 3, stdout: '' });
    expect(ran.stderr).toMatch(/^ours\/clinic\.yaml:2:1: error/m);
    expect(await run(['topics', '--content', 'ours'])).toMatchObject({ code: 3, stdout: '' });
  });
});

describe('a patient who needs care, not paper: exit 5, nothing made', () => {
  it.each([
    ['E1', /EMERGENCY.*911/],
    ['U1', /TODAY/],
    ['S1', /soon/],
  ])('sign %s', async (sign, told) => {
    const ran = await run(['make', '-'], `${smallest}warning_signs: [${sign}]\n`);
    expect(ran).toMatchObject({ code: 5, stdout: '' });
    expect(ran.stderr).toMatch(told);
    expect(ran.stderr).toContain('No home-care sheet was printed.');
    expect(made()).toEqual([]);
  });

  it('a blocking code, as HTML too', async () => {
    const ran = await run(['make', '-', '--html', '--out', 'x.html'], `${smallest}visit: {codes: [g834]}\n`);
    expect(ran).toMatchObject({ code: 5, stdout: '' });
    expect(ran.stderr).toContain('Cauda equina');
    expect(made()).toEqual([]);
  });

  it('notes that disagree, until they are confirmed', async () => {
    const notes = `${smallest}factors: {blood_thinner: yes}\nnotes: Take Advil\n`;
    const ran = await run(['make', '-', '--html', '--out', 'x.html'], notes);
    expect(ran).toMatchObject({ code: 5, stdout: '' });
    expect(ran.stderr).toContain('--confirm-notes');
    const confirmed = await run(['make', '-', '--html', '--out', 'x.html', '--confirm-notes'], notes);
    expect(confirmed).toMatchObject({ code: 0, stdout: 'x.html\n' });
    expect(confirmed.stderr).toContain('notes-conflict');
  });

  it('the reasons can still be had, with the refusal among them', async () => {
    const ran = await run(['make', '-', '--explain', '--json'], `${smallest}warning_signs: [E1]\n`);
    expect(ran.code).toBe(5);
    expect(JSON.parse(ran.stdout)).toMatchObject({ refused: { code: 'warning-sign', care: 'emergency' } });
  });
});

describe('reasons', () => {
  it('as one JSON object from standard input, no browser, no file', async () => {
    const ran = await run(['make', '-', '--explain', '--json', '--date', '2026-11-23'], smallest, {
      PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome',
    });
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const told = JSON.parse(ran.stdout) as Record<string, unknown>;
    expect(told).toMatchObject({
      topic: 'back-muscle-spasm',
      language: 'en',
      date: '2026-11-23',
      levels: { nsaid_oral: 'ask', potassium: 'avoid' },
      warnings: [],
    });
    const { warningSigns, blocks } = told as {
      warningSigns: Record<string, string[]>;
      blocks: { id: string; shown: boolean; because: string }[];
    };
    expect(Object.keys(warningSigns)).toEqual(['emergency', 'sameDay', 'soon']);
    expect(warningSigns.emergency).toContain('E1');
    expect(blocks.find(({ id }) => id === 'today.move')).toEqual({
      id: 'today.move',
      shown: true,
      because: 'for everyone',
    });
    expect(blocks.every(({ because }) => because.length > 0)).toBe(true);
    expect(made()).toEqual([]);
  });

  it('take JSON for the profile too, and the date of the visit before today', async () => {
    const profile = JSON.stringify({ topics: ['back-muscle-spasm'], visit: { date: '2020-02-29' } });
    const name = file('p.json', profile);
    for (const args of [[name], ['-']]) {
      const ran = await run(['make', ...args, '--explain', '--json'], profile);
      expect(JSON.parse(ran.stdout)).toMatchObject({ date: '2020-02-29' });
    }
  });

  it('as text beside HTML: levels, signs, every block', async () => {
    const ran = await run([
      'make',
      join(exampleFolder, 'warfarin.yaml'),
      '--html',
      '--explain',
      '--out',
      'x.html',
    ]);
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^Levels\n/);
    expect(ran.stdout).toMatch(/nsaid_oral: avoid because .*blood_thinner is yes/);
    expect(ran.stdout).toMatch(/hidden nsaid\.ok: because /);
    expect(ran.stdout.endsWith('x.html\n')).toBe(true);
  });

  it('leave standard output to the page when it goes there', async () => {
    const ran = await run(['make', '-', '--html', '--explain', '--out', '-'], smallest);
    expect(ran.stdout).toMatch(/^<!doctype html>/i);
    expect(ran.stdout).not.toContain('hidden ');
    expect(ran.stderr).toMatch(/^Levels$/m);
  });

  it('do not hold the name, the notes or the birth date', async () => {
    const text = `${smallest}patient: {name: Zzyzxqv, birthDate: 1977-07-17}\nnotes: Qwertzu\n`;
    for (const how of [
      ['--explain', '--json'],
      ['--explain', '--html', '--out', 'x.html'],
    ]) {
      const ran = await run(['make', '-', ...how], text);
      expect(ran.code).toBe(0);
      expect(ran.stdout + ran.stderr).not.toMatch(/Zzyzxqv|1977|Qwertzu/);
    }
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
