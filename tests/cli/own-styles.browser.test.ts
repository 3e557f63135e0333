/** Protects the first page under a clinic's own styles: the warning signs stand on it, or there is no sheet. */

import { appendFileSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFParse } from 'pdf-parse';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { exampleFolder } from '../support/run-handout.ts';

const { folder, run } = commandLine();

async function firstPage(path: string): Promise<string> {
  const parser = new PDFParse({ data: new Uint8Array(readFileSync(path)) });
  try {
    return (await parser.getText()).pages[0]?.text ?? '';
  } finally {
    await parser.destroy();
  }
}

describe('styles of a clinic', () => {
  it.each(['.title-row { margin-block-end: 20mm }', '.title-row { margin-block-end: 30mm }'])(
    '%s: never push the signs off page 1',
    async (css) => {
      const templates = join(folder, `templates-${css.replace(/\D/g, '')}`);
      cpSync(fileURLToPath(new URL('../../templates', import.meta.url)), templates, { recursive: true });
      appendFileSync(join(templates, 'styles', 'zz-clinic.css'), css);
      const out = join(templates, 'sheet.pdf');
      const profile = join(exampleFolder, 'everything-unknown.yaml');
      const made = await run([
        'make',
        profile,
        '--templates',
        templates,
        '--date',
        '2026-11-23',
        '--out',
        out,
      ]);
      if (made.code === 0) expect(await firstPage(out)).toMatch(/call 911/i);
      else expect(existsSync(out)).toBe(false);
    },
  );
});
