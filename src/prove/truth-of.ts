/** A condition -> the profiles on which it is known to hold, known not to hold, and not known: three sets that share no profile. */

import { type Condition, factorTests, isJoin, isNot } from '../domain/condition.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import { Diagrams, none, type Sheets } from './decision-diagram.ts';
import { meeting, questionsOf } from './profile-space.ts';

export interface ProfileSpace {
  readonly diagrams: Diagrams;
  readonly rulebook: Rulebook;
  /** Profiles on which the *fact* is one of these: what was answered, or what an answer left out counts as. */
  fact(factor: string, values: readonly string[]): Sheets;
}

export function profileSpace(rulebook: Rulebook): ProfileSpace {
  const diagrams = new Diagrams(questionsOf(rulebook));
  const fact = (factor: string, values: readonly string[]): Sheets => {
    const rule = rulebook.factors[factor];
    const answered = diagrams.answered(factor, values);
    if (rule?.kind !== 'choice' || rule.asked_when === undefined) return answered;
    // Not asked at this age: no answer counts as the first value.
    const askedNot = truthOf(rule.asked_when, space).no;
    const leftOut = diagrams.and(diagrams.answered(factor, ['unknown']), askedNot);
    const first = rule.values[0] ?? 'no';
    const gained = values.includes(first) ? leftOut : none;
    const lost = values.includes('unknown') ? leftOut : none;
    return diagrams.or(diagrams.without(answered, lost), gained);
  };
  const space: ProfileSpace = { diagrams, rulebook, fact };
  return space;
}

export interface TruthSets {
  readonly yes: Sheets;
  readonly no: Sheets;
  readonly unknown: Sheets;
}

/** The single tests are judged by the tailoring's own code, answer by answer; joins follow the same three-valued tables. */
export function truthOf(condition: Condition, space: ProfileSpace): TruthSets {
  const here = known.get(space.diagrams) ?? new WeakMap<Condition, TruthSets>();
  known.set(space.diagrams, here);
  const seen = here.get(condition) ?? worked(condition, space);
  here.set(condition, seen);
  return seen;
}

/** Hundreds of weakened rulebooks share most conditions, and the questions that the sets are about. */
const known = new WeakMap<Diagrams, WeakMap<Condition, TruthSets>>();

function worked(condition: Condition, space: ProfileSpace): TruthSets {
  const { diagrams } = space;
  const whole = (yes: Sheets, no: Sheets): TruthSets => ({
    yes,
    no,
    unknown: diagrams.not(diagrams.or(yes, no)),
  });
  const allOf = (parts: readonly TruthSets[]) =>
    whole(diagrams.every(parts.map((p) => p.yes)), diagrams.some(parts.map((p) => p.no)));
  if (isJoin(condition, 'all')) return allOf(condition.all.map((part) => truthOf(part, space)));
  if (isJoin(condition, 'any')) {
    const parts = condition.any.map((part) => truthOf(part, space));
    return whole(diagrams.some(parts.map((p) => p.yes)), diagrams.every(parts.map((p) => p.no)));
  }
  if (isNot(condition)) {
    const inner = truthOf(condition.not, space);
    return { yes: inner.no, no: inner.yes, unknown: inner.unknown };
  }
  return allOf(
    factorTests(condition).map(({ factor, values }) => {
      const rule = space.rulebook.factors[factor];
      if (rule === undefined) throw new Error(`no factor ${factor}`);
      const met = meeting(rule, factor, values);
      const yes = space.fact(factor, met.yes);
      return whole(yes, diagrams.not(diagrams.or(yes, space.fact(factor, met.unknown))));
    }),
  );
}
