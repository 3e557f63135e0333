/** Protects readers of a translation: every part that teaches shows its mark and the language of its words, wherever it stands. */

import { describe, expect, it } from 'vitest';
import { lintHtml } from '../../src/check/html-rules.ts';
import type { Handout, PrintedBlock } from '../../src/domain/handout.ts';
import { full } from '../support/sample-handout.ts';
import { renderSample } from '../support/shipped-page.ts';

const mark = 'En ingl\u00e9s';
const marked = { mark, language: 'en' };
const markAll = <P extends { readonly blocks: readonly PrintedBlock[] }>(part: P | undefined) =>
  part === undefined ? {} : { ...part, blocks: part.blocks.map((block) => ({ ...block, ...marked })) };

const { dailyLife, bed, sleep, why, symptoms, prevention, facts, clinicCare, plan } = full;
const parts = { dailyLife, bed, sleep, why, symptoms, prevention, facts };
const care = clinicCare && { ...clinicCare, rows: clinicCare.rows.map(markAll) };
const questions = [{ id: 'check.signs', line: [{ text: 'When do you call?' }], ...marked }];
const spanish = {
  ...full,
  language: 'es',
  ...Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, markAll(part)])),
  clinicCare: care,
  plan: { ...plan, questions },
} as Handout;

describe('a part without a translation', () => {
  const html = renderSample(spanish);
  const blocks = [
    ...Object.values(parts).flatMap((part) => part?.blocks ?? []),
    ...(clinicCare?.rows ?? []).flatMap((row) => row.blocks),
    ...questions,
  ];

  it('says so in the language of the sheet, and which language its words are in', () => {
    expect(blocks.length).toBeGreaterThan(8);
    for (const { id } of blocks) {
      const from = html.indexOf(`data-block="${id}"`);
      const next = html.indexOf('data-block="', from + 1);
      const own = html.slice(from, next === -1 ? undefined : next);
      expect(own, id).toMatch(/^data-block="[^"]+" lang="en">/);
      expect(own, id).toMatch(new RegExp(`<(?:p class="mark"|strong) lang="es">${mark}</`));
    }
    expect(html.split(mark)).toHaveLength(blocks.length + 1);
  });

  it('keeps to the rules for pages', () => {
    expect(lintHtml(html, 'sample')).toEqual([]);
  });
});

describe('the plan', () => {
  it('names who translated and who checked, and no one on a sheet in the source language', () => {
    const words = 'Translated by A. Translator, checked by nobody yet';
    expect(renderSample({ ...full, translation: words })).toContain(`<p class="state">${words}</p>`);
    expect(renderSample(full)).not.toContain('Translated by');
  });

  it('shows no mark where all is translated', () => {
    expect(renderSample(full)).not.toMatch(/class="mark"| lang="en">\s*<(?:h|p|div)/);
  });
});
