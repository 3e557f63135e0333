/** The sheet model -> levels only rise: a risk that becomes known, or that nobody asked about, never makes the sheet less careful. */

import type { Never } from '../domain/never.ts';
import type { FactorRule } from '../domain/rulebook.ts';
import { type Breach, breachIf } from './breach.ts';
import { all, type Diagrams, none, type Sheets } from './decision-diagram.ts';
import { answersOf } from './profile-space.ts';
import { printedAtLeast } from './prove-signs.ts';
import type { SheetModel } from './sheet-model.ts';
import { truthOf } from './truth-of.ts';

/** Answers from the safest up; each step must be at least as careful. Undefined: the answers have no such order. */
function steps(rule: FactorRule): (readonly [string, string])[] {
  const answers = answersOf(rule);
  // A grown-up below 60 is the age with the fewest risks.
  const safest = rule.kind === 'age' ? 'adult' : answers.find((each) => each === 'no' || each === 'none');
  if (safest === undefined) return [];
  const risks = answers.filter((each) => each !== safest && each !== 'unknown');
  const fromSafest = [...risks, 'unknown'].map((each) => [safest, each] as const);
  // Not known lies between: below any risk only where every risk counts as one, as with yes and no.
  return rule.kind === 'yes-no' ? [...fromSafest, ['unknown', 'yes'] as const] : fromSafest;
}

export function proveMonotone(model: SheetModel): Breach[] {
  const rising: (readonly [string, Sheets])[] = [
    ...[...model.levels].flatMap(([id, sets]) => [
      [`the level of ${id} (ask)`, sets.ask] as const,
      [`the level of ${id} (avoid)`, sets.avoid] as const,
    ]),
    ...[...model.signs.keys()].flatMap((id) =>
      (['emergency', 'same-day', 'soon'] as const).map(
        (urgency) => [`the sign ${id} (${urgency})`, printedAtLeast(model, id, urgency)] as const,
      ),
    ),
  ];
  return rising.flatMap(([about, set]) =>
    fallsOf(model, set).flatMap(({ factor, less, more, shown }) =>
      breachIf(model, shown, {
        property: 'levels-only-rise',
        about,
        message: `When \`${factor}\` goes from ${less} to ${more}, ${about} falls`,
        hint: 'A rule may only raise: look for a `not`, or a rule that names `no` or `unknown`',
      }),
    ),
  );
}

/** An answer that was left out must not turn into "no" for those who could well say yes. */
export function proveStaysUnknown({ space }: SheetModel, never: Never): Breach[] {
  const { diagrams } = space;
  return never.stays_unknown.flatMap(({ factor, with: condition, why }) => {
    const leftOut = diagrams.and(
      diagrams.answered(factor, ['unknown']),
      diagrams.not(truthOf(condition, space).no),
    );
    return breachIf({ space }, diagrams.without(leftOut, space.fact(factor, ['unknown'])), {
      property: 'levels-only-rise',
      about: factor,
      message: `Left unanswered, \`${factor}\` counts as "no" for this patient: ${why}`,
      hint: `Widen \`factors.${factor}.asked_when\` in rulebook.yaml`,
    });
  });
}

interface Fall {
  readonly factor: string;
  readonly less: string;
  readonly more: string;
  /** Profiles with the more careful answer that are no longer in the set. */
  readonly shown: Sheets;
}

/** A set falls or not whatever it stands for, so each is looked at once, also when hundreds of mutants share it. */
const known = new WeakMap<Diagrams, Map<Sheets, readonly Fall[]>>();

function fallsOf(model: SheetModel, set: Sheets): readonly Fall[] {
  if (set === all || set === none) return [];
  const { diagrams } = model.space;
  const here = known.get(diagrams) ?? new Map<Sheets, readonly Fall[]>();
  known.set(diagrams, here);
  const seen = here.get(set);
  if (seen !== undefined) return seen;
  // Beyond the ages at which a question is asked, no answer counts as "no": so only answers that were given compare.
  const answered = diagrams.not(unansweredByAge(model));
  const falls = Object.entries(model.rulebook.factors).flatMap(([factor, rule]) =>
    steps(rule).flatMap(([less, more]): Fall[] => {
      const lost = diagrams.without(diagrams.given(set, factor, less), diagrams.given(set, factor, more));
      if (lost === none) return [];
      const comparable = rule.kind === 'age' ? answered : all;
      const shown = diagrams.every([lost, comparable, diagrams.answered(factor, [more])]);
      return shown === none ? [] : [{ factor, less, more, shown }];
    }),
  );
  here.set(set, falls);
  return falls;
}

function unansweredByAge({ space, rulebook }: SheetModel): Sheets {
  const asked = Object.entries(rulebook.factors).filter(
    ([, rule]) => rule.kind === 'choice' && rule.asked_when !== undefined,
  );
  return space.diagrams.some(asked.map(([id]) => space.diagrams.answered(id, ['unknown'])));
}
