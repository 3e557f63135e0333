/** Protects the decision of how many sides: what gives way first, what moves to another side, and that a third side takes back what it has room for. */

import { describe, expect, it } from 'vitest';
import { chooseSplit } from '../../src/fit/choose-split.ts';
import { fit as fitPage } from '../../src/fit/fit.ts';
import type { Measurements } from '../../src/fit/measurements.ts';
import { piecesRequest } from '../../src/fit/reliefs.ts';

const { splits, reliefs } = piecesRequest('A4', [], true);

/** Boxes of one height at every split; each relief frees 5 mm of the rest of side one. */
function measurements(box: number, rest: number, more: Partial<Measurements> = {}): Measurements {
  return {
    reliefs: reliefs.map((_, index) => ({
      boxes: splits.map((_, at) => ({ at, emergency: box, sameDay: box })),
      rest: rest - 5 * index,
      above: 80 - 5 * index,
      notes: { each: [], frame: 0 },
      facts: 19,
      blocks: [{ id: 'fact.why', column: 'side-one', height: 15, least: 15 }],
      sections: [],
    })),
    keyPoints: 29,
    noteIds: [],
    wideNotes: { each: [], frame: 0 },
    wideNotesTight: { each: [], frame: 0 },
    wideFacts: 24,
    lifeIds: [],
    wide: 250,
    wideTight: 240,
    wideRunIn: 235,
    largest: 40,
    largestPart: 60,
    rail: 240,
    railTight: 220,
    later: [],
    laterTight: [],
    moves: [],
    blocks: [],
    sections: [],
    ...more,
  };
}
const drops = [{ id: 'fact.why', drop: 1 }];

describe('fit', () => {
  it('leaves a page that fits as it is', () => {
    const result = fitPage(measurements(140, 120), drops, 'A4');
    expect(result).toMatchObject({ omit: [], pages: 2, signsOnPageOne: true });
    expect(result.settings).toMatchObject({ tightSigns: false, sideTwoStartsPage: true, fillSideTwo: true });
  });

  it('lets out air before it drops a block, and drops a block before it takes the pictures away', () => {
    expect(fitPage(measurements(140, 138), drops, 'A4')).toMatchObject({
      omit: [],
      settings: { tightSigns: true, tightHead: true },
    });
    expect(fitPage(measurements(140, 150), drops, 'A4')).toMatchObject({
      omit: ['fact.why'],
      settings: { groupIcons: true },
    });
    expect(fitPage(measurements(140, 167), drops, 'A4')).toMatchObject({
      omit: ['fact.why'],
      settings: { runInNotes: true, plainTags: false, groupIcons: false, purpose: true },
    });
  });

  /** Side one with two notes of 15 mm. */
  const withNotes = (rest: number, more: Partial<Measurements> = {}) => {
    const side = measurements(140, rest, more);
    return {
      ...side,
      reliefs: side.reliefs.map((relief) => ({ ...relief, notes: { each: [15, 15], frame: 4 } })),
      noteIds: ['n1', 'n2'],
      wideNotes: { each: [26, 26], frame: 5 },
      wideNotesTight: { each: [20, 20], frame: 4 },
    };
  };

  it('lets only the notes that do not fit open side two, the last ones first', () => {
    const room = { wide: 220, wideTight: 210, wideRunIn: 205 };
    expect(fitPage(withNotes(173, room), drops, 'A4')).toMatchObject({
      omit: ['fact.why'],
      pages: 2,
      settings: { notesOnSideTwo: 0 },
    });
    const one = fitPage(withNotes(185, room), drops, 'A4');
    expect(one).toMatchObject({ pages: 2, settings: { notesOnSideTwo: 1, sideTwoStartsPage: true } });
    expect(one.used.wide).toBe(251);
    const both = fitPage(withNotes(200, room), drops, 'A4');
    expect(both).toMatchObject({ pages: 2, settings: { notesOnSideTwo: 2, tightWide: true } });
    expect(both.used.wide).toBe(254);
  });

  it('opens a third side for notes that side two has no room for, and then keeps the facts', () => {
    const result = fitPage(withNotes(200), drops, 'A4');
    expect(result).toMatchObject({
      omit: [],
      pages: 3,
      settings: { notesOnSideTwo: 2, factsOnSideTwo: true, sideTwoStartsPage: true, fillSideTwo: false },
    });
  });

  it('in the full style lets parts stand under the moves rather than open a page for them', () => {
    const full = { later: [240, 150], laterTight: [230, 140] };
    const life = { lifeIds: ['life'], life: { here: 30, there: 20 } };
    const bed = { bed: { here: 80, there: 50 } };
    const over = (wide: number) => ({ wide, wideTight: wide, wideRunIn: wide, ...full, ...life, ...bed });
    const at = (wide: number) => fitPage(measurements(140, 120, over(wide)), drops, 'A4');
    expect(at(250)).toMatchObject({ pages: 4, settings: { lifeOnSideFour: false, bedOnSideFour: false } });
    expect(at(280)).toMatchObject({ pages: 4, settings: { lifeOnSideFour: true, bedOnSideFour: false } });
    expect(at(330)).toMatchObject({ pages: 4, settings: { lifeOnSideFour: false, bedOnSideFour: true } });
    expect(at(360)).toMatchObject({ pages: 4, settings: { lifeOnSideFour: true, bedOnSideFour: true } });
    expect(at(390)).toMatchObject({ pages: 5, settings: { lifeOnSideFour: false, bedOnSideFour: false } });
  });

  it('lets air out of sides three and four before they open a page', () => {
    const at = (height: number) =>
      fitPage(measurements(140, 120, { later: [height, 100], laterTight: [height - 15, 95] }), drops, 'A4');
    expect(at(260)).toMatchObject({ pages: 4, settings: { tightLater: false } });
    expect(at(275)).toMatchObject({ pages: 4, settings: { tightLater: true } });
  });

  it('moves the three things behind the boxes only when the boxes need their room', () => {
    expect(fitPage(measurements(215, 160), drops, 'A4')).toMatchObject({
      settings: { keyPointsFirst: false },
      signsOnPageOne: true,
    });
    expect(fitPage(measurements(300, 160), drops, 'A4').signsOnPageOne).toBe(false);
  });

  it('lets air out of side two before it opens a third side', () => {
    expect(fitPage(measurements(140, 120, { wide: 268, wideTight: 255 }), drops, 'A4')).toMatchObject({
      pages: 2,
      settings: { tightWide: true },
    });
    expect(
      fitPage(measurements(140, 120, { wide: 275, wideTight: 268, wideRunIn: 258 }), drops, 'A4'),
    ).toMatchObject({ pages: 2, settings: { tightWide: true, runInWide: true } });
    expect(
      fitPage(measurements(140, 120, { wide: 300, wideTight: 290, wideRunIn: 280 }), drops, 'A4'),
    ).toMatchObject({
      pages: 3,
      settings: { tightWide: false, runInWide: false, sideTwoStartsPage: true, fillSideTwo: false },
    });
    expect(fitPage(measurements(140, 120, { rail: 270, railTight: 250 }), drops, 'A4')).toMatchObject({
      pages: 2,
      settings: { tightPlan: true },
    });
  });

  it('leaves out a move rather than open a fifth side for it, but not when that would not help', () => {
    const moves = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'].map((id) => ({
      id,
      parts: [30, 8, 22],
      around: 10,
    }));
    const some = [
      { id: 'm3', drop: 12 },
      { id: 'm5', drop: 11 },
      { id: 'm4', drop: 11 },
    ];
    const page = (height: number) =>
      fitPage(measurements(140, 120, { later: [240, height], laterTight: [240, height], moves }), some, 'A4');
    expect(page(260)).toMatchObject({ omit: [], pages: 4 });
    expect(page(320)).toMatchObject({ omit: ['m5'], pages: 4 });
    expect(page(400)).toMatchObject({ omit: [], pages: 5 });
  });

  it('leaves more free when asked to', () => {
    const side = measurements(140, 128);
    expect(fitPage(side, drops, 'A4', 1).settings.tightSigns).toBe(false);
    expect(fitPage(side, drops, 'A4', 8).settings.tightSigns).toBe(true);
  });
});

describe('chooseSplit', () => {
  const boxes = [50, 40, 41, 40, 40.1, 40, 60].map((height, at) => ({ at, emergency: height, sameDay: 10 }));
  const at = [98, 98.5, 99, 99.5, 100, 100.5, 101];

  it('takes the middle of the longest run of lowest heights, where no line is about to wrap', () => {
    expect(chooseSplit(at, boxes)).toMatchObject({ split: 100 });
  });

  it('keeps to the splits that are allowed', () => {
    expect(chooseSplit(at, boxes, 101)).toMatchObject({ split: 101 });
  });
});
