/** Protects the factoring: sets of profiles built from a condition hold exactly those profiles for which the tailoring says so. */

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Condition, factorTests } from '../../src/domain/condition.ts';
import type { Content } from '../../src/domain/content.ts';
import { profileOf, questionsOf } from '../../src/prove/profile-space.ts';
import { profileSpace, truthOf } from '../../src/prove/truth-of.ts';
import { evaluate } from '../../src/tailor/condition.ts';
import { factsOf } from '../../src/tailor/facts.ts';
import { day, shippedContent, spasmTopic } from '../support/shipped-content.ts';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});

/** Every condition that decides anything, the content's own and a few that it does not use yet. */
function conditions(): Condition[] {
  const { rulebook } = content;
  const blocks = spasmTopic(content).blocks.flatMap((block) => [block.when, block.fits]);
  const resources = Object.values(rulebook.resources).flatMap((rule) => [...rule.ask, ...rule.avoid]);
  const signs = Object.values(rulebook.signs).flatMap((rule) => [rule.when, rule.raised_when]);
  const more: Condition[] = [
    { not: { pregnancy: ['pregnant', 'unknown'] } },
    {
      all: [{ not: { any: [{ blood_thinner: 'yes' }, { age: ['child', 'unknown'] }] } }, { region: 'neck' }],
    },
    { muscle_relaxant: ['unknown', 'none'], age: 'older' },
    { pregnancy: 'no' },
    { pregnancy: 'unknown' },
  ];
  return [...blocks, ...resources, ...signs, ...more].filter((each) => each !== undefined);
}

describe('the set of profiles of a condition', () => {
  it('is what the tailoring says, answer by answer, for every combination of the factors it names', () => {
    const { rulebook } = content;
    const space = profileSpace(rulebook);
    const questions = questionsOf(rulebook);
    const usual = Object.fromEntries(questions.map(({ name, usual: answer }) => [name, answer]));
    let walked = 0;
    for (const condition of conditions()) {
      const truth = truthOf(condition, space);
      const named = new Set([...factorTests(condition).map((test) => test.factor), 'age']);
      const asked = questions.filter(({ name }) => named.has(name));
      const sheets = asked.reduce<Record<string, string>[]>(
        (all, { name, answers }) =>
          all.flatMap((sheet) => answers.map((answer) => ({ ...sheet, [name]: answer }))),
        [usual],
      );
      for (const sheet of sheets) {
        walked += 1;
        const { facts } = factsOf(profileOf(sheet, 'x', 'en', 'standard'), rulebook, day('2026-11-24'));
        const said = (['yes', 'no', 'unknown'] as const).filter((each) =>
          space.diagrams.holds(truth[each], sheet),
        );
        if (said.length !== 1 || said[0] !== evaluate(condition, facts)) {
          expect({ condition, sheet, said }).toBe(evaluate(condition, facts));
        }
      }
    }
    expect(walked).toBeGreaterThan(10_000);
  });

  it('shares no profile between yes, no and unknown, and leaves none out', () => {
    const space = profileSpace(content.rulebook);
    const { diagrams } = space;
    fc.assert(
      fc.property(fc.constantFrom(...conditions()), (condition) => {
        const { yes, no, unknown } = truthOf(condition, space);
        const total = diagrams.count(yes) + diagrams.count(no) + diagrams.count(unknown);
        expect(total).toBe(diagrams.count(1));
        expect(diagrams.and(yes, no)).toBe(0);
      }),
    );
  });
});
