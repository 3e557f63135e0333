/** Protects the proof's arithmetic: sets of answer sheets, held against plain enumeration of every sheet. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, Diagrams, none, type Question, type Sheets } from '../../src/prove/decision-diagram.ts';

const questions: readonly Question[] = [
  { name: 'age', answers: ['adult', 'older', 'unknown'], usual: 'adult' },
  { name: 'thinner', answers: ['no', 'unknown', 'yes'], usual: 'no' },
  { name: 'region', answers: ['low', 'neck'], usual: 'low' },
  { name: 'skin', answers: ['no', 'unknown', 'yes'], usual: 'no' },
];

type Sheet = Record<string, string>;
const everySheet: readonly Sheet[] = questions.reduce<Sheet[]>(
  (sheets, { name, answers }) =>
    sheets.flatMap((sheet) => answers.map((answer) => ({ ...sheet, [name]: answer }))),
  [{}],
);

/** A set, built twice: as a diagram, and as a test of one sheet. */
interface Twice {
  readonly build: (diagrams: Diagrams) => Sheets;
  readonly has: (sheet: Sheet) => boolean;
}

const single: fc.Arbitrary<Twice> = fc.constantFrom(...questions).chain(({ name, answers }) =>
  fc.subarray([...answers]).map((chosen) => ({
    build: (diagrams: Diagrams) => diagrams.answered(name, chosen),
    has: (sheet: Sheet) => chosen.includes(sheet[name] ?? ''),
  })),
);

const { tree } = fc.letrec<{ tree: Twice }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    single,
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => ({
      build: (d: Diagrams) => d.and(a.build(d), b.build(d)),
      has: (sheet: Sheet) => a.has(sheet) && b.has(sheet),
    })),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => ({
      build: (d: Diagrams) => d.or(a.build(d), b.build(d)),
      has: (sheet: Sheet) => a.has(sheet) || b.has(sheet),
    })),
    tie('tree').map((a) => ({
      build: (d: Diagrams) => d.not(a.build(d)),
      has: (sheet: Sheet) => !a.has(sheet),
    })),
  ),
}));

describe('a set of answer sheets', () => {
  it('holds, counts and finds the smallest exactly as enumeration does', () => {
    fc.assert(
      fc.property(tree, (set) => {
        const diagrams = new Diagrams(questions);
        const built = set.build(diagrams);
        const members = everySheet.filter(set.has);
        expect(everySheet.filter((sheet) => diagrams.holds(built, sheet))).toEqual(members);
        expect(diagrams.count(built)).toBe(BigInt(members.length));
        expect(built === none).toBe(members.length === 0);
        expect(built === all).toBe(members.length === everySheet.length);
        const unusual = (sheet: Sheet) => questions.filter(({ name, usual }) => sheet[name] !== usual).length;
        const smallest = diagrams.smallest(built);
        if (smallest === undefined) expect(members).toEqual([]);
        else {
          expect(set.has(smallest)).toBe(true);
          expect(unusual(smallest)).toBe(Math.min(...members.map(unusual)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('with one answer fixed is what is left of it', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(...questions), fc.nat(), (set, { name, answers }, at) => {
        const diagrams = new Diagrams(questions);
        const answer = answers[at % answers.length] ?? '';
        const fixed = diagrams.given(set.build(diagrams), name, answer);
        for (const sheet of everySheet) {
          expect(diagrams.holds(fixed, sheet)).toBe(set.has({ ...sheet, [name]: answer }));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the same number whenever it holds the same sheets, however it was built', () => {
    const diagrams = new Diagrams(questions);
    const yes = diagrams.answered('thinner', ['yes']);
    const low = diagrams.answered('region', ['low']);
    const one = diagrams.not(diagrams.or(diagrams.not(yes), diagrams.not(low)));
    expect(one).toBe(diagrams.and(low, yes));
    expect(diagrams.or(low, diagrams.answered('region', ['neck']))).toBe(all);
  });

  it('refuses a question that nobody asks', () => {
    expect(() => new Diagrams(questions).answered('shoe size', ['42'])).toThrow(/no question/);
  });
});
