/** Protects every layout: pieces measured one by one give the heights of the whole, and what is known is what measuring gives. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageKit } from '../../src/app/kit.ts';
import { measureSheet } from '../../src/app/measure-sheet.ts';
import type { Paper } from '../../src/domain/clinic.ts';
import type { Handout } from '../../src/domain/handout.ts';
import { paperSizeOf } from '../../src/domain/paper-size.ts';
import type { Measurements } from '../../src/fit/measurements.ts';
import type { PrintDocument } from '../../src/print/print-document.ts';
import { openPrinter, type Printer } from '../../src/print/printer.ts';
import { allUnknown, bloodThinner, full, healthy } from '../support/sample-handout.ts';
import { renderSample } from '../support/shipped-page.ts';

const named = (handout: Handout, name: string): Handout => ({
  ...handout,
  madeFor: { ...handout.madeFor, name },
});
/** Nothing is known of it yet. */
const kit = () => ({ shipped: true }) as PageKit;
const droppable = ['fact.why', 'not-now.hard', 'life.desk', 'move.cat-cow'];
const samples: [string, Handout][] = [
  ['a blood thinner', bloodThinner],
  ['healthy', healthy],
  ['nothing known', allUnknown],
  ['the full style', full],
];

/** What the page itself says of a whole sheet, in some states of its columns. */
function columnHeights(liveWidth: number): Record<string, number> {
  interface Looked {
    readonly style: { width: string; alignItems: string };
    readonly classList: { add(...names: string[]): void; remove(...names: string[]): void };
    getBoundingClientRect(): { readonly height: number; readonly top: number };
  }
  const { document } = globalThis as unknown as {
    document: { body: Looked; querySelector(selector: string): Looked | null };
  };
  const find = (selector: string) => document.querySelector(selector);
  const heightOf = (selector: string) => ((find(selector)?.getBoundingClientRect().height ?? 0) * 25.4) / 96;
  document.body.style.width = `${liveWidth}mm`;
  for (const selector of ['[data-part="sign-boxes"]', '[data-side="2"]']) {
    const node = find(selector);
    if (node !== null) node.style.alignItems = 'start';
  }
  const [one, wide, rail] = ['[data-side="1"]', '[data-column="wide"]', '[data-column="rail"]'] as const;
  const restNow = () => heightOf(one) - heightOf('[data-part="sign-boxes"]');
  const airy = { wide: heightOf(wide), rail: heightOf(rail), rest: restNow() };
  document.body.classList.add('tight-wide', 'tight-plan', 'tight-later');
  const tight = { wideTight: heightOf(wide), railTight: heightOf(rail) };
  document.body.classList.add('run-in-wide');
  const wideRunIn = heightOf(wide);
  document.body.classList.remove('tight-wide', 'tight-plan', 'tight-later', 'run-in-wide');
  document.body.classList.add('tight-signs', 'tight-head', 'run-in-notes');
  return { ...airy, ...tight, wideRunIn, restTight: restNow() };
}

describe('what is known of a sheet', () => {
  let printer: Printer;
  beforeAll(async () => {
    printer = await openPrinter({ env: process.env, documentsPerPage: 100 });
  });
  afterAll(() => printer.close());

  interface Looked {
    readonly measured: Measurements;
    /** The documents that were loaded to find it out. */
    readonly loaded: readonly string[];
  }
  const measure = (html: string, page: PageKit, paper: Paper = 'A4'): Promise<Looked> =>
    printer.withDocument(async (document) => {
      const loaded: string[] = [];
      const watched: PrintDocument = {
        ...document,
        load: (each) => {
          loaded.push(each);
          return document.load(each);
        },
      };
      const measured = await measureSheet(watched, { html, paper, page, droppable, lastResorts: false });
      return { measured, loaded };
    });

  it.each(samples)('%s: the pieces add up to the heights of the columns', async (_, handout) => {
    const html = renderSample(handout);
    const { measured } = await measure(html, kit());
    const seen = await printer.measure(html, columnHeights, paperSizeOf('A4').liveWidth);
    const [first, , , third] = measured.reliefs;
    expect(measured.wide).toBeCloseTo(seen.wide ?? 0, 1);
    expect(measured.wideTight).toBeCloseTo(seen.wideTight ?? 0, 1);
    expect(measured.wideRunIn).toBeCloseTo(seen.wideRunIn ?? 0, 1);
    expect(measured.rail).toBeCloseTo(seen.rail ?? 0, 1);
    expect(measured.railTight).toBeCloseTo(seen.railTight ?? 0, 1);
    expect(first?.rest).toBeCloseTo(seen.rest ?? 0, 1);
    expect(third?.rest).toBeCloseTo(seen.restTight ?? 0, 1);
  });

  it.each(samples)(
    '%s: of a sheet seen before nothing is loaded, and the measurements are the same',
    async (_, handout) => {
      const page = kit();
      const html = renderSample(handout);
      const [first, again] = [await measure(html, page), await measure(html, page)];
      expect([first.loaded.length, again.loaded.length]).toEqual([1, 0]);
      expect(again.measured).toEqual(first.measured);
    },
  );

  it.each(samples)(
    '%s: another name loads that piece alone, and measures as a fresh page does',
    async (_, handout) => {
      const page = kit();
      await measure(renderSample(handout), page);
      const html = renderSample(
        named(handout, 'A very long name that takes another line of the head of the page'),
      );
      const [spared, fresh] = [await measure(html, page), await measure(html, kit())];
      expect(spared.measured).toEqual(fresh.measured);
      if (!handout.full) {
        expect(spared.loaded[0]).toContain('A very long name');
        expect(spared.loaded[0], 'the signs are known').not.toContain('data-sign');
      }
    },
  );

  it('measures notes in the other column beside pieces that are left empty, as beside full ones', async () => {
    const page = kit();
    await measure(renderSample(healthy), page);
    const { notes } = bloodThinner;
    const html = renderSample({ ...healthy, ...(notes === undefined ? {} : { notes }) });
    const [spared, fresh] = [await measure(html, page), await measure(html, kit())];
    expect(fresh.measured.noteIds.length).toBeGreaterThan(0);
    expect(spared.measured).toEqual(fresh.measured);
  });

  it('is nothing for another paper, other styles or other classes', async () => {
    const page = kit();
    const html = renderSample(bloodThinner);
    await measure(html, page);
    const loadedFor = async (other: string, paper: Paper = 'A4') =>
      (await measure(other, page, paper)).loaded.join('').split('data-sign=').length - 1;
    expect(await loadedFor(html)).toBe(0);
    expect(await loadedFor(html, 'Letter')).toBeGreaterThan(0);
    expect(await loadedFor(html.replace('<style>', '<style>p { color: red }'))).toBeGreaterThan(0);
    expect(await loadedFor(html.replace('<body class="', '<body class="other '))).toBeGreaterThan(0);
  });
});
