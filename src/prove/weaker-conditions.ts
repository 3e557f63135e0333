/** A condition -> every way to make it hold for one case fewer: an alternative or a value left out. */

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
  if (isJoin(condition, 'all')) return inside(condition.all, (all) => ({ all }));
  // What makes the inside hold less often makes the whole hold more often.
  if (isNot(condition)) return [];
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
