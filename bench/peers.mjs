/** Final HTML and a scratch folder -> handouts a second by other programs, or why one could not be measured. */

import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { plain, typstSource } from './typst-source.mjs';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const cores = cpus().length;

/** The result of so many processes at once, each with all the work: handouts a second, together and alone. */
async function together(command, args) {
  const once = async () => JSON.parse((await run(command, args, { cwd: here })).stdout);
  const alone = await once();
  const all = await Promise.all(Array.from({ length: cores }, once));
  const rate = all.reduce((sum, { seconds }) => sum + 1 / seconds, 0);
  return { rate, alone: 1 / alone.seconds, version: alone.version };
}

export async function weasyprint(sheets, scratch) {
  const paths = sheets.map((html, index) => {
    const path = join(scratch, `sheet-${index}.html`);
    writeFileSync(path, html);
    return path;
  });
  const list = join(scratch, 'sheets.json');
  writeFileSync(list, JSON.stringify(paths));
  return together('/usr/bin/python3', [join(here, 'weasy.py'), list]);
}

/** Typst reads no WOFF2 and no Atkinson ships as a plain font: it sets the words in a font of its own. */
export async function typst(sheets, scratch) {
  const manifest = require.resolve('@myriaddreamin/typst-ts-node-compiler/package.json');
  const list = join(scratch, 'typst.json');
  writeFileSync(list, JSON.stringify(sheets.map(typstSource)));
  const measured = await together(process.execPath, [join(here, 'typst-worker.mjs'), list, scratch]);
  return { ...measured, version: JSON.parse(readFileSync(manifest, 'utf8')).version };
}

export async function mdToPdf(sheets, browser, noSandbox) {
  const manifest = require.resolve('md-to-pdf/package.json');
  const { mdToPdf: print } = await import('md-to-pdf');
  const start = performance.now();
  for (const html of sheets) {
    const content = [...html.matchAll(/<(h[1-3]|p|li)\b[^>]*>([\s\S]*?)<\/\1>/g)]
      .map(([, tag, inner]) =>
        tag === 'li' ? `- ${plain(inner)}` : `\n${tag === 'p' ? '' : '## '}${plain(inner)}\n`,
      )
      .join('\n');
    const args = noSandbox ? ['--no-sandbox'] : [];
    await print({ content }, { launch_options: { executablePath: browser.executable, args } });
  }
  const rate = (sheets.length * 1000) / (performance.now() - start);
  return { rate, version: JSON.parse(readFileSync(manifest, 'utf8')).version };
}

export function scratchIn(folder) {
  const path = join(folder, 'peers');
  mkdirSync(path, { recursive: true });
  return path;
}
