/** Protects the decision of how many sides: what gives way first, and that a third side takes back what it has room for. */

import { describe, expect, it } from 'vitest';
import { chooseSplit } from '../../src/fit/choose-split.ts';
import { fit as fitPage } from '../../src/fit/fit.ts';
import type { Measurements } from '../../src/fit/measurements.ts';
import { measureRequest } from '../../src/fit/reliefs.ts';

const { splits, reliefs } = measureRequest('A4', []);

/** Boxes of one height at every split; each relief frees 5 mm of the rest of side one. */
function measurements(box: number, rest: number, more: Partial<Measurements> = {}): Measurements {
  return {
    reliefs: reliefs.map((_, index) => ({
      boxes: splits.map(() => ({ emergency: box, sameDay: box })),
      rest: rest - 5 * index,
      above: 80 - 5 * index,
    })),
    keyPoints: 29,
    wide: 250,
    wideTight: 240,
    largest: 40,
    rail: 240,
    railTight: 220,
    later: [],
    moves: [],
    blocks: [{ id: 'fact.why', column: 'side-one', height: 15 }],
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
    expect(fitPage(measurements(140, 155), drops, 'A4')).toMatchObject({
      omit: ['fact.why'],
      settings: { groupIcons: false, purpose: true },
    });
  });

  it('keeps the warning boxes whole on page 1 and lets the rest flow on, without losing a block to a third side', () => {
    const result = fitPage(measurements(180, 160), drops, 'A4');
    expect(result).toMatchObject({ omit: [], pages: 3, signsOnPageOne: true });
    expect(result.settings).toMatchObject({
      sideTwoStartsPage: false,
      fillSideTwo: false,
      keyPointsFirst: true,
    });
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
    expect(fitPage(measurements(140, 120, { wide: 300, wideTight: 290 }), drops, 'A4')).toMatchObject({
      pages: 3,
      settings: { tightWide: false, sideTwoStartsPage: true, fillSideTwo: false },
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
      fitPage(measurements(140, 120, { later: [240, height], moves }), some, 'A4');
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
  const boxes = [50, 40, 41, 40, 40.1, 40, 60].map((height) => ({ emergency: height, sameDay: 10 }));
  const at = [98, 98.5, 99, 99.5, 100, 100.5, 101];

  it('takes the middle of the longest run of lowest heights, where no line is about to wrap', () => {
    expect(chooseSplit(at, boxes)).toMatchObject({ split: 100 });
  });

  it('keeps to the splits that are allowed', () => {
    expect(chooseSplit(at, boxes, 101)).toMatchObject({ split: 101 });
  });
});
