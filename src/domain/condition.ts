/** A `when:` as authors write it: a test of factors, joined by all, any and not. */

import { z } from 'zod';

const valuesSchema = z.union([z.string(), z.array(z.string()).min(1)]);

/** `{blood_thinner: yes}`, `{age: [sixty, older]}`, `{any: [...]}`, `{all: [...]}`, `{not: ...}`; several keys mean all of them. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly [factor: string]: string | readonly string[] };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
    z
      .record(z.string(), valuesSchema)
      .refine((tests) => Object.keys(tests).length > 0, 'a condition needs at least one factor')
      .refine((tests) => !['all', 'any', 'not'].some((word) => word in tests), {
        message: '`all` and `any` take a list of conditions, `not` takes one condition',
      }),
  ]),
);

/** One test of one factor inside a condition, with the path that leads to it. */
export interface FactorTest {
  readonly factor: string;
  readonly values: readonly string[];
  readonly path: readonly (string | number)[];
}

/** Every factor test of a condition, in the order written. */
export function factorTests(condition: Condition, path: readonly (string | number)[] = []): FactorTest[] {
  if (isJoin(condition, 'all'))
    return condition.all.flatMap((part, i) => factorTests(part, [...path, 'all', i]));
  if (isJoin(condition, 'any'))
    return condition.any.flatMap((part, i) => factorTests(part, [...path, 'any', i]));
  if (isNot(condition)) return factorTests(condition.not, [...path, 'not']);
  return Object.entries(condition as Record<string, string | string[]>).map(([factor, values]) => ({
    factor,
    values: typeof values === 'string' ? [values] : values,
    path: [...path, factor],
  }));
}

export function isJoin<K extends 'all' | 'any'>(
  condition: Condition,
  key: K,
): condition is { readonly [P in K]: readonly Condition[] } & Condition {
  return key in condition && Array.isArray((condition as Record<string, unknown>)[key]);
}

export function isNot(condition: Condition): condition is { readonly not: Condition } {
  const inner = (condition as { not?: unknown }).not;
  return typeof inner === 'object' && inner !== null && !Array.isArray(inner);
}
