/** Protects the paper: a PDF says itself on which it is to be printed, and what is none is told in words. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readPdfToPrint } from '../../src/read/pdf-paper.ts';
import { blankPdf } from '../support/blank-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'handout-pdf-paper-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'sheet.pdf');

it.each([
  [595, 842, 'iso_a4_210x297mm'],
  [842, 595, 'iso_a4_210x297mm'],
  [612, 792, 'na_letter_8.5x11in'],
])('%i x %i points', async (width, height, media) => {
  writeFileSync(path, blankPdf(width, height, 3));
  expect(await readPdfToPrint(path)).toMatchObject({ ok: true, value: { pages: 3, media } });
});

it('of no usual size it is printed on the paper that a person names', async () => {
  writeFileSync(path, blankPdf(500, 500, 1));
  expect(await readPdfToPrint(path)).toMatchObject({ ok: false, diagnostics: [{ code: 'unknown-paper' }] });
  expect(await readPdfToPrint(path, 'iso_a4_210x297mm')).toMatchObject({
    ok: true,
    value: { media: 'iso_a4_210x297mm' },
  });
});

it.each([
  ['not-a-pdf', 'topics: [back-muscle-spasm]\n'],
  ['damaged-pdf', '%PDF-1.4\nnothing more\n'],
])('%s', async (code, text) => {
  writeFileSync(path, text);
  expect(await readPdfToPrint(path)).toMatchObject({ ok: false, diagnostics: [{ code, file: path }] });
});

it('one that is not there', async () => {
  expect(await readPdfToPrint(join(folder, 'no.pdf'))).toMatchObject({
    ok: false,
    diagnostics: [{ code: 'unreadable-file' }],
  });
});
