/** Protects `handout make` short of printing: a wrong profile, a patient who needs care, and the reasons. */

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, smallest } from '../support/command-line.ts';
import { exampleFolder } from '../support/run-handout.ts';

const { folder, run, file, made } = commandLine();

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
    ['U9', /TODAY/],
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

describe('plain text for a portal message', () => {
  it('goes to standard output, warning signs first, with nothing else and without a browser', async () => {
    const ran = await run(['make', '-', '--text', '--out', '-', '--date', '2026-11-23'], smallest, {
      PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome',
    });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^Back muscle spasm\n=+\n/);
    expect(ran.stdout).toMatch(/^CALL 911 NOW$/m);
    expect(ran.stdout).toMatch(/BMS-EN-[0-9A-F]{6}\n$/);
    expect(ran.stdout).not.toMatch(/<[a-z]|\*\*/);
    expect(made()).toEqual([]);
  });

  it('has a name of its own in a folder, and replaces a handout but nothing else', async () => {
    const ran = await run(['make', '-', '--text', '--out', 'sheets/'], smallest);
    expect(ran.stdout).toMatch(/^sheets\/back-muscle-spasm_en_bms-en-[0-9a-f]{6}\.txt\n$/);
    const mine = ran.stdout.trim();
    expect(await run(['make', '-', '--text', '--out', mine], smallest)).toMatchObject({ code: 0 });
    const readme = file('notes.md', 'Our notes\n=========\n\nKeep this.\n');
    for (const other of [readme, file('p.yaml', smallest)]) {
      const kept = readFileSync(join(folder, other), 'utf8');
      expect(await run(['make', '-', '--text', '--out', other], smallest)).toMatchObject({ code: 2 });
      expect(readFileSync(join(folder, other), 'utf8')).toBe(kept);
    }
  });

  it('is refused as a sheet is, and is one kind of file', async () => {
    const ran = await run(['make', '-', '--text', '--out', 'x.txt'], `${smallest}warning_signs: [E1]\n`);
    expect(ran).toMatchObject({ code: 5, stdout: '' });
    expect(await run(['make', '-', '--text', '--html'], smallest)).toMatchObject({ code: 2, stdout: '' });
    expect(made()).toEqual([]);
  });
});
