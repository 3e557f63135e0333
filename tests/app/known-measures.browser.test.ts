/** Protects page 1: what is taken as known from another sheet is what measuring this one would have given. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageKit } from '../../src/app/kit.ts';
import { knownMeasures } from '../../src/app/known-measures.ts';
import type { Handout } from '../../src/domain/handout.ts';
import { measureSides } from '../../src/fit/measure-sides.ts';
import type { Measurements } from '../../src/fit/measurements.ts';
import { measureRequest, NOTHING_KNOWN } from '../../src/fit/reliefs.ts';
import { openPrinter, type Printer } from '../../src/print/printer.ts';
import { allUnknown, bloodThinner, healthy } from '../support/sample-handout.ts';
import { renderSample } from '../support/shipped-page.ts';

const named = (handout: Handout, name: string): Handout => ({
  ...handout,
  madeFor: { ...handout.madeFor, name },
});

describe('what is known of a sheet', () => {
  let printer: Printer;
  beforeAll(async () => {
    printer = await openPrinter({ env: process.env, documentsPerPage: 100 });
  });
  afterAll(() => printer.close());

  const measure = (html: string, known = NOTHING_KNOWN): Promise<Measurements> =>
    printer.measure(html, measureSides, measureRequest('A4', ['fact.why'], { known }));

  it.each([
    ['a blood thinner', bloodThinner],
    ['nothing known', allUnknown],
  ])('%s: is what measuring gives, for a patient with another name', async (_, handout) => {
    const page = {} as PageKit;
    const before = renderSample(handout);
    knownMeasures(page, before, 'A4').learn(await measure(before));
    const html = renderSample(
      named(handout, 'A very long name that takes another line of the head of the page'),
    );
    const { known } = knownMeasures(page, html, 'A4');
    expect(known.boxes.length).toBeGreaterThan(0);
    const [fresh, spared] = [await measure(html), await measure(html, known)];
    expect(spared.reliefs.length).toBe(fresh.reliefs.length);
    fresh.reliefs.forEach((relief, index) => {
      const other = spared.reliefs[index];
      expect(other?.boxes).toEqual(relief.boxes);
      expect(other?.rest).toBeCloseTo(relief.rest, 2);
      expect(other?.above).toBeCloseTo(relief.above, 2);
      expect(other?.notes).toEqual(relief.notes);
    });
    expect(spared.blocks).toEqual(fresh.blocks);
  });

  it('is nothing for other signs, another paper, other styles or other classes', async () => {
    const page = {} as PageKit;
    const html = renderSample(bloodThinner);
    knownMeasures(page, html, 'A4').learn(await measure(html));
    const knownOf = (other: string, paper = 'A4') => knownMeasures(page, other, paper).known.boxes.length;
    expect(knownOf(html)).toBeGreaterThan(0);
    expect(knownOf(renderSample(healthy))).toBe(0);
    expect(knownOf(html, 'Letter')).toBe(0);
    expect(knownOf(html.replace('<style>', '<style>p { color: red }'))).toBe(0);
    expect(knownOf(html.replace('<body class="', '<body class="full '))).toBe(0);
  });
});
