/** The rulebook and the facts -> the signs to ask about before anything else, and those that an answer adds later. */

import type { Content } from '../../domain/content.ts';
import type { Rulebook, Urgency } from '../../domain/rulebook.ts';
import type { Facts } from '../../domain/trace.ts';
import { decisiveTests, evaluate } from '../../tailor/condition.ts';
import type { StaffWords } from './words.ts';

export interface AskedSign {
  readonly id: string;
  readonly text: string;
  readonly ticked: boolean;
}

/** In the order of the paper: a group of its own for each body area. */
export function askedSigns(
  content: Content,
  urgency: Urgency,
  facts: Facts,
  ticked: readonly string[],
  words: StaffWords,
): AskedSign[][] {
  const { rulebook } = content;
  const core = Object.entries(rulebook.signs).filter(
    ([, rule]) => rule.urgency === urgency && rule.when === undefined,
  );
  return rulebook.sign_groups
    .map((group) =>
      core
        .filter(([, rule]) => rule.group === group.id)
        .map(([id]) => ({ id, text: words.sign(id, facts), ticked: ticked.includes(id) })),
    )
    .filter((signs) => signs.length > 0);
}

/** Signs that an answer adds to the sheet, by the factor whose answer did it. */
export function addedSigns(rulebook: Rulebook, facts: Facts): ReadonlyMap<string, readonly string[]> {
  const byFactor = new Map<string, string[]>();
  for (const [id, { when, urgency }] of Object.entries(rulebook.signs)) {
    if (when === undefined || urgency === 'soon' || evaluate(when, facts) !== 'yes') continue;
    const factor = decisiveTests(when, facts)[0]?.test.factor;
    if (factor !== undefined) byFactor.set(factor, [...(byFactor.get(factor) ?? []), id]);
  }
  return byFactor;
}
