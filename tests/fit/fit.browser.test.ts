/** Protects the promise of two sides: what is measured is what is printed, on both papers, and no sign leaves page 1. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFParse } from 'pdf-parse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageKit } from '../../src/app/kit.ts';
import { measureSheet } from '../../src/app/measure-sheet.ts';
import { fontCatalogueSchema } from '../../src/domain/font-catalogue.ts';
import type { Handout } from '../../src/domain/handout.ts';
import { fit as fitPage } from '../../src/fit/fit.ts';
import { openPrinter, type Printer } from '../../src/print/printer.ts';
import { fontFaceCss, selectFontFaces } from '../../src/render/fonts.ts';
import { allUnknown, bloodThinner, full, healthy, onLetter, without } from '../support/sample-handout.ts';
import { pageFiles, renderSample } from '../support/shipped-page.ts';

const drops = [
  { id: 'fact.why', drop: 2 },
  { id: 'not-now.hard', drop: 8 },
  ...['knee-chest', 'knee-rolls', 'cat-cow', 'child-pose'].map((id) => ({ id: `move.${id}`, drop: 11 })),
  { id: 'life.desk', drop: 13 },
];
const resolve = createRequire(import.meta.url).resolve;
const catalogue = fontCatalogueSchema.parse(JSON.parse(pageFiles.fonts));
const { faces } = selectFontFaces(
  renderSample(full) + renderSample(allUnknown),
  catalogue,
  [400, 600, 700, 800],
);
const fonts = fontFaceCss(faces, (file) => readFileSync(resolve(file)).toString('base64'));

const cases: [string, Handout, number][] = [
  ['blood thinner', bloodThinner, 2],
  ['healthy', healthy, 2],
  ['nothing known', allUnknown, 3],
  ['full', full, 4],
];

describe('fitting and printing', () => {
  let printer: Printer;
  beforeAll(async () => {
    printer = await openPrinter({ env: process.env });
  });
  afterAll(() => printer.close());

  describe.each(['A4', 'Letter'] as const)('on %s', (paper) => {
    it.each(cases)(
      '%s: prints the pages that were predicted, the signs all on the first',
      async (_, sample, most) => {
        const handout = paper === 'Letter' ? onLetter(sample) : sample;
        const sheet = {
          html: renderSample(handout, {}, fonts),
          paper,
          page: { shipped: true } as PageKit,
          droppable: drops.map((each) => each.id),
          lastResorts: false,
        };
        const printed = await printer.withDocument(async (page) => {
          const decided = fitPage(await measureSheet(page, sheet), drops, paper);
          await page.load(renderSample(without(handout, decided.omit), decided.settings, fonts));
          const { pdf, pages } = await page.pdf();
          return { decided, pdf, pages };
        });
        expect(printed.decided.signsOnPageOne).toBe(true);
        expect(printed.pages).toBe(printed.decided.pages);
        if (!(handout.full && paper === 'Letter')) expect(printed.pages).toBeLessThanOrEqual(most);
        const text = await new PDFParse({ data: printed.pdf }).getText();
        const first = (text.pages[0]?.text ?? '').replace(/\s+/g, ' ');
        const { emergency, sameDay } = handout.warning;
        for (const box of [emergency, sameDay]) {
          const signs = [...box.groups.flatMap((group) => group.signs), ...box.forYou, ...box.conditions];
          for (const line of signs.flatMap((sign) => sign.lines)) {
            expect(first).toContain(line.map((run) => run.text).join(''));
          }
        }
      },
    );
  });
});
