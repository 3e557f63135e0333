/** A condition -> every way to change it by one case: an alternative, an exclusion or a value left out. */

import { type Condition, isJoin, isNot } from '../domain/condition.ts';

export interface Weaker {
  /** What was left out: `age = older`. */
  readonly without: string;
  readonly condition: Condition;
}

/** Empty for a condition with a single case: that one can only be deleted. */
export function weakerConditions(condition: Condition): Weaker[] {
  if (isJoin(condition, 'any')) {
    const parts = condition.any;
    const dropped = parts.map((part, i) => ({
      without: JSON.stringify(part),
      condition: { any: parts.filter((_, at) => at !== i) },
    }));
    return parts.length > 1 ? [...dropped, ...inside(parts, (any) => ({ any }))] : [];
  }
  if (isJoin(condition, 'all')) {
    const parts = condition.all;
    const dropped = parts.map((part, i) => ({
      without: JSON.stringify(part),
      condition: { all: parts.filter((_, at) => at !== i) },
    }));
    return [...(parts.length > 1 ? dropped : []), ...inside(parts, (all) => ({ all }))];
  }
  // An exclusion that is left out makes the whole hold more often: as bad, where it kept advice from somebody.
  if (isNot(condition)) {
    return weakerConditions(condition.not).map(({ without, condition: inner }) => ({
      without: `not ${without}`,
      condition: { not: inner },
    }));
  }
  const tests = Object.entries(condition as Record<string, string | string[]>);
  return tests.flatMap(([factor, values]) =>
    typeof values === 'string' || values.length < 2
      ? []
      : values.map((value) => ({
          without: `${factor} = ${value}`,
          condition: { ...condition, [factor]: values.filter((each) => each !== value) } as Condition,
        })),
  );
}

function inside(parts: readonly Condition[], joined: (parts: readonly Condition[]) => Condition): Weaker[] {
  return parts.flatMap((part, i) =>
    weakerConditions(part).map((weaker) => ({
      without: weaker.without,
      condition: joined(parts.map((each, at) => (at === i ? weaker.condition : each))),
    })),
  );
}
