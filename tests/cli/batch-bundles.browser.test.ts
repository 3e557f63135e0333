/** Protects `--combine` and `--zip`: all of a run in one file, in the order of the roster, whole, and nothing in it that may not be. */

import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFParse } from 'pdf-parse';
import { describe, expect, it } from 'vitest';
import { batchRun, good, hashOf, inDanger, roster, withoutBrowser } from '../support/batch-run.ts';
import { exampleFolder } from '../support/run-handout.ts';

const { folder, run, file, batch, names, sheets, lines } = batchRun();
const bytesOf = (path: string) => readFileSync(join(folder, path));
/** With their pages; where there are three, side one flows on to the second. */
const examples = [
  ['everything-unknown', 3],
  ['full-sheet', 4],
  ['teenager', 2],
  ['warfarin', 2],
] as const;

async function pagesOf(path: string): Promise<string[]> {
  const parser = new PDFParse({ data: new Uint8Array(bytesOf(path)) });
  try {
    return (await parser.getText()).pages.map(({ text }) => text.replace(/\s+/g, ' ').trim());
  } finally {
    await parser.destroy();
  }
}

describe('one PDF of all', () => {
  it('has each handout as it is alone, in the order of the roster, from a right-hand page on', async () => {
    mkdirSync(join(folder, 'all'));
    for (const [id] of examples)
      copyFileSync(join(exampleFolder, `${id}.yaml`), join(folder, 'all', `${id}.yaml`));
    // Three at once: they are done in another order.
    const args = ['all', '--out', 'out', '--jobs', '3', '--name-by', 'id'];
    const ran = await batch([...args, '--combine', 'out/all.pdf']);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('out/all.pdf (4 handouts') });
    const pages = await pagesOf('out/all.pdf');
    let at = 0;
    for (const [id, count] of examples) {
      if (at % 2 === 1) {
        expect(pages[at]).toBe('');
        at += 1;
      }
      const alone = await pagesOf(`out/${id}_back-muscle-spasm_en.pdf`);
      expect(alone).toHaveLength(count);
      expect(alone.at(-1)).toContain(`Page ${count} of ${count}`);
      expect(pages.slice(at, at + alone.length)).toEqual(alone);
      at += alone.length;
    }
    expect(pages).toHaveLength(at);
    const pdf = bytesOf('out/all.pdf').toString('latin1');
    expect(pdf).toContain('/MarkInfo');
    expect(pdf.match(/\/S \/H1\b/g)).toHaveLength(4);
    expect(pdf).toContain('/Type /Outlines');
    expect(statSync(join(folder, 'out/all.pdf')).mode & 0o777).toBe(0o600);
    expect(lines().at(-1)).toMatchObject({ kind: 'combined', file: 'all.pdf', handouts: 4, pages: at });
    expect(await run(['verify', 'out'])).toMatchObject({ code: 0 });
    expect(names().filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is left as it is while nothing changes, and made anew when a row goes or it was altered', async () => {
    file('r.csv', roster(good('p1'), good('p2')));
    const args = ['r.csv', '--out', 'out', '--combine', 'out/all.pdf'];
    await batch(args);
    const before = hashOf(bytesOf('out/all.pdf'));
    expect(await batch([...args, ...withoutBrowser])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('unchanged)'),
    });
    rmSync(join(folder, 'out/all.pdf'));
    expect(await batch(args)).toMatchObject({ code: 0, stdout: expect.stringContaining('2 unchanged') });
    expect(hashOf(bytesOf('out/all.pdf'))).toBe(before);
    file('r.csv', roster(good('p1'), inDanger('p2')));
    expect(await batch(args)).toMatchObject({ code: 5, stdout: expect.stringContaining('(1 handout, ') });
    expect((await pagesOf('out/all.pdf')).join()).not.toContain('Qwertz p2');
  });

  it('may lie elsewhere, and is refused under a name that is none', async () => {
    file('r.csv', roster(good('p1')));
    expect(await batch(['r.csv', '--out', 'out', '--combine', 'print/job.pdf'])).toMatchObject({ code: 0 });
    expect(names('print')).toEqual(['job.pdf']);
    expect(await batch(['r.csv', '--out', 'out', '--combine', 'all.txt'])).toMatchObject({ code: 2 });
    expect(await batch(['r.csv', '--out', 'out', '--zip', 'out'])).toMatchObject({ code: 2 });
  });

  it('is told before anything is made when it can not be written there', async () => {
    file('r.csv', roster(good('p1')));
    file('print', 'a file');
    for (const flag of [
      ['--combine', 'print/all.pdf'],
      ['--zip', 'print/all.zip'],
    ]) {
      const ran = await batch(['r.csv', '--out', 'out', ...flag, ...withoutBrowser]);
      expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('a file stands where') });
    }
    expect(names('.')).toEqual(['print', 'r.csv']);
  });
});

describe('one archive of all', () => {
  it('holds what was made and what is unchanged, byte by byte', async () => {
    file('r.csv', roster(good('p1'), good('p2')));
    await batch(['r.csv', '--out', 'out']);
    writeFileSync(join(folder, 'out', 'old.pdf'), 'of another run');
    file('r.csv', roster(good('p1'), good('p2'), good('p3'), inDanger('p4')));
    expect(await batch(['r.csv', '--out', 'out', '--zip', 'all.zip'])).toMatchObject({ code: 5 });
    const { 'old.pdf': _, ...wanted } = sheets();
    expect(Object.keys(wanted)).toHaveLength(3);
    expect(unzipped(bytesOf('all.zip'))).toEqual(wanted);
    expect(statSync(join(folder, 'all.zip')).mode & 0o777).toBe(0o600);
    expect(names('.').sort()).toEqual(['all.zip', 'out', 'r.csv']);
  });
});

/** Name and hash of each file in an archive of files that are stored as they are. */
function unzipped(zip: Buffer): Record<string, string> {
  const files: Record<string, string> = {};
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, name, extra, comment] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset),
    ) as [number, number, number, number];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files[zip.toString('utf8', at + 46, at + 46 + name)] = hashOf(zip.subarray(start, start + size));
    at += 46 + name + extra + comment;
  }
  return files;
}
