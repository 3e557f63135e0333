/** Protects `handout make` from the profile to the printed file: where it goes, equal bytes, no name in names, no markup from words. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFParse } from 'pdf-parse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../src/print/browser-cache.ts';
import { exampleFolder, runHandout } from '../support/run-handout.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handout-made-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
});

const run = (args: readonly string[], stdin = '') => runHandout(args, { cwd: folder, stdin });
const profile = (more = '') => `topics: [back-muscle-spasm]\nvisit: {date: 2026-11-23}\n${more}`;
const warfarin = join(exampleFolder, 'warfarin.yaml');
const made = () =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();

async function textOf(pdf: Buffer): Promise<string> {
  const parser = new PDFParse({ data: new Uint8Array(pdf) });
  try {
    return (await parser.getText()).text.replace(/\s+/g, ' ');
  } finally {
    await parser.destroy();
  }
}

describe('a handout goes', () => {
  it('to output/ when nothing is said, under a name without the patient, for its owner alone', async () => {
    const ran = await run(['make', '-'], profile('patient: {name: Zzyzx Qwertz}\n'));
    expect(ran.code).toBe(0);
    const path = ran.stdout.trim();
    expect(path).toMatch(/^output\/back-muscle-spasm_en_bms-en-[0-9a-f]{6}\.pdf$/);
    expect(made()).toEqual([path]);
    expect(statSync(join(folder, path)).mode & 0o777).toBe(0o600);
    const pdf = readFileSync(join(folder, path));
    expect(await textOf(pdf)).toContain('Zzyzx Qwertz');
    // Neither in the title nor in another entry that lists of files show.
    const info = await new PDFParse({ data: new Uint8Array(pdf) }).getInfo();
    expect(JSON.stringify(info.info)).not.toContain('Zzyzx');
    expect(ran.stdout + ran.stderr).not.toContain('Zzyzx');
  });

  it('to a folder, a file and standard output as the same bytes, whenever it is made', async () => {
    mkdirSync(join(folder, 'there'));
    const inFolder = await run(['make', warfarin, '--out', 'there']);
    const again = await run(['make', warfarin, '--out', 'there']);
    const inFile = await run(['make', warfarin, '--out', 'new/sheet.pdf']);
    const piped = await run(['make', warfarin, '--out', '-']);
    expect([inFolder, again, inFile, piped].map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    // Equal bytes are kept, not numbered.
    expect(again.stdout).toBe(inFolder.stdout);
    expect(inFile.stdout).toBe('new/sheet.pdf\n');
    expect(made()).toEqual(['new/sheet.pdf', inFolder.stdout.trim()]);
    expect(piped.out.subarray(0, 5).toString()).toBe('%PDF-');
    expect(piped.out.equals(readFileSync(join(folder, 'new/sheet.pdf')))).toBe(true);
    expect(piped.out.equals(readFileSync(join(folder, inFolder.stdout.trim())))).toBe(true);
  });

  it('beside that of another patient, never in its place', async () => {
    const one = await run(['make', '-', '--out', 'there/'], profile('patient: {name: Ann}\n'));
    const two = await run(['make', '-', '--out', 'there/'], profile('patient: {name: Ben}\n'));
    expect(two.stdout.trim()).toBe(one.stdout.trim().replace('.pdf', '_2.pdf'));
    expect(made()).toHaveLength(2);
  });

  it('with its reasons, without room told as such', async () => {
    const ran = await run(['make', warfarin, '--explain', '--json', '--out', 'x.pdf']);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ fitted: true, levels: { nsaid_oral: 'avoid' } });
    expect(ran.stderr).toContain('x.pdf');
  });
});

describe("a patient's and a clinician's words", () => {
  it('stay words in HTML, which holds no script', async () => {
    const notes = `notes: 'Ask <b>&"the"</b> <script>alert(1)</script> {{labels.call}} {phone}'\n`;
    const ran = await run(['make', '-', '--html', '--out', '-'], profile(notes));
    expect(ran.code).toBe(0);
    expect(ran.stdout).not.toMatch(/<script|<b>&|javascript:|\son\w+=/i);
    expect(ran.stdout).toContain('&lt;b&gt;&amp;');
    expect(ran.stdout).toContain('{phone}');
    expect(ran.stdout).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  });

  it('in Greek letters are printed', async () => {
    const ran = await run(['make', '-', '--out', '-'], profile('patient: {name: Ελένη Παπαδοπούλου}\n'));
    expect(ran.code).toBe(0);
    expect(ran.stderr).not.toContain('not-printable');
    expect((await textOf(ran.out)).normalize('NFC')).toContain('Ελένη Παπαδοπούλου');
  });

  it('in Chinese give a line to write on and a warning, not boxes and not a failure', async () => {
    const ran = await run(['make', '-', '--out', '-'], profile('patient: {name: 王小明}\nnotes: 多喝水\n'));
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain('name-not-printable');
    expect(ran.stderr).toContain('text-not-printable');
    expect(ran.stderr).not.toMatch(/\p{Script=Han}/u);
    const text = await textOf(ran.out);
    expect(text).not.toMatch(/\p{Script=Han}/u);
    expect(text).toContain('Name:');
  });

  it('in Chinese under an ask line, or as the name of a medicine, are no failure either', async () => {
    const words = `factors: {blood_pressure_pills: yes, muscle_relaxant: 巴氯芬}\nclinician_says: {nsaid_oral: 一天一次}\n`;
    const ran = await run(['make', '-', '--out', '-'], profile(words));
    expect(ran.code).toBe(0);
    expect(ran.stderr).toMatch(/clinician_says\.nsaid_oral .*\(text-not-printable\)/);
    expect(ran.stderr).toMatch(/muscle_relaxant .*\(text-not-printable\)/);
    expect(await textOf(ran.out)).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('a browser that is not there', () => {
  it('is told with what to do: exit 4, nothing made', async () => {
    const ran = await run(['make', '-', '--browser', '/nowhere/chrome', '--out', 'x.pdf'], profile());
    expect(ran).toMatchObject({ code: 4, stdout: '' });
    expect(ran.stderr).toMatch(/error: .*\n {4}hint: /);
    expect(ran.stderr).not.toMatch(/^ {4}at /m);
    expect(made()).toEqual([]);
  });
});

describe('interrupted', () => {
  /** Folders that a running browser keeps in the cache carry the id of the process. */
  const left = (pid: number | undefined) =>
    readdirSync(cacheFolder(process.env)).filter((name) => name.includes(`-${pid}-`));

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s: exit 130, told in a line, nothing left behind',
    async (signal) => {
      writeFileSync(join(folder, 'p.yaml'), profile());
      let pid: number | undefined;
      let seen = false;
      const ran = await runHandout(['make', 'p.yaml', '--out', 'there/'], {
        cwd: folder,
        started: (kill, id) => {
          pid = id;
          // Once the browser's own folder is there, the work has begun.
          const watch = setInterval(() => {
            if (seen || left(pid).length === 0) return;
            seen = true;
            clearInterval(watch);
            kill(signal);
          }, 5);
          setTimeout(() => clearInterval(watch), 30_000).unref();
        },
      });
      expect(seen).toBe(true);
      expect(ran).toMatchObject({ code: 130, stdout: '' });
      expect(ran.stderr).toContain('Interrupted.');
      expect(ran.stderr).not.toMatch(/^ {4}at /m);
      expect(made()).toEqual(['p.yaml']);
      expect(left(pid)).toEqual([]);
    },
  );
});
