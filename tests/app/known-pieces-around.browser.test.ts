/** Protects every layout of a run: what was measured on one sheet is taken as known on another only where it would measure the same. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageKit } from '../../src/app/kit.ts';
import { measureSheet } from '../../src/app/measure-sheet.ts';
import type { Handout } from '../../src/domain/handout.ts';
import { fit as fitted } from '../../src/fit/fit.ts';
import { openPrinter, type Printer } from '../../src/print/printer.ts';
import { bloodThinner, full } from '../support/sample-handout.ts';
import { renderSample } from '../support/shipped-page.ts';

function without(handout: Handout, ...names: readonly (keyof Handout)[]): Handout {
  const rest: Record<string, unknown> = { ...handout };
  for (const name of names) delete rest[name];
  return rest as unknown as Handout;
}

/** Styles of a clinic's own, behind the shipped ones. */
const withStyles = (html: string, css: string) => html.replace('</style>', `${css}</style>`);

describe('a sheet that follows another', () => {
  let printer: Printer;
  beforeAll(async () => {
    printer = await openPrinter({ env: process.env, documentsPerPage: 100 });
  });
  afterAll(() => printer.close());

  const measure = (html: string, page: PageKit) =>
    printer.withDocument((document) =>
      measureSheet(document, { html, paper: 'A4', page, droppable: [], lastResorts: false }),
    );
  /** Of the second sheet: after the first, and alone. */
  const both = async (first: string, second: string, shipped = true) => {
    const kit = () => ({ shipped }) as PageKit;
    const page = kit();
    await measure(first, page);
    return { after: await measure(second, page), alone: await measure(second, kit()) };
  };

  /** A clinic's template without the line that points to the last page. */
  const pointless = (html: string) => html.replace(/<p class="pointer">.*?<\/p>/s, '');

  it('may move parts to a page of moves only when it has one', async () => {
    const first = pointless(renderSample(full));
    const { after, alone } = await both(first, pointless(renderSample(without(full, 'moves'))));
    expect([alone.bed, alone.life]).toEqual([undefined, undefined]);
    expect([after.bed, after.life]).toEqual([undefined, undefined]);
  });

  it('keeps parts that have no page of moves to go to, however little room there is', async () => {
    const paragraphs = Array.from(
      { length: 4 },
      () => 'One more line of what the clinician wants this patient to know.',
    );
    const noted: Handout = { ...full, clinicianNotes: { heading: 'Notes', paragraphs, writeLines: false } };
    const bare = without(noted, 'moves');
    const { after } = await both(pointless(renderSample(noted)), pointless(renderSample(bare)));
    const printed = pointless(renderSample(bare, fitted(after, [], 'A4').settings));
    expect(printed).toContain('data-part="daily-life"');
    expect(printed).toContain('data-part="bed-and-sleep"');
  });

  it('may move parts to its page of moves after one that had none', async () => {
    const first = pointless(renderSample(without(full, 'moves')));
    const { after, alone } = await both(first, pointless(renderSample(full)));
    expect(alone.bed).toBeDefined();
    expect(after.bed).toEqual(alone.bed);
  });

  it.each([
    [
      'the last of a column',
      '.side-one > .warning:last-child .group li { line-height: 24pt }',
      ['notes', 'facts'],
    ],
    ['what comes after', '.side-one > .warning:has(+ .facts) .group li { line-height: 20pt }', ['facts']],
    ['more space below each part', '.side-one > * { margin-block-end: 8mm }', ['notes', 'facts']],
    ['what a part further up holds', '.side-one:has(.tag.safety) .group li { line-height: 22pt }', []],
    ['a part further up', '.side-one:has(> .notes) > .facts { padding-block: 5mm }', ['notes']],
  ] as const)('measures as it would alone under styles that ask for %s', async (_, css, names) => {
    const untagged = { ...bloodThinner, madeFor: { ...bloodThinner.madeFor, tags: [] } };
    const other = names.length === 0 ? untagged : without(bloodThinner, ...names);
    const { after, alone } = await both(
      withStyles(renderSample(bloodThinner), css),
      withStyles(renderSample(other), css),
      false,
    );
    expect(after.reliefs[0]).toEqual(alone.reliefs[0]);
  });

  it('measures as it would alone in a column whose own class is another', async () => {
    const css = '.side-one.roomy .group li { line-height: 22pt }';
    const plain = withStyles(renderSample(bloodThinner), css);
    const roomy = plain.replace('class="side side-one"', 'class="side side-one roomy"');
    const { after, alone } = await both(plain, roomy, false);
    expect(after.reliefs[0]).toEqual(alone.reliefs[0]);
  });
});
