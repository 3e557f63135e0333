/** Ticked signs that are an emergency only as long as something is not denied -> the factors whose answer decides how soon care is needed. */

import { factorTests } from '../../domain/condition.ts';
import type { Rulebook } from '../../domain/rulebook.ts';
import type { Facts } from '../../domain/trace.ts';
import { screen, type Ticks, tickedSigns } from '../../tailor/screen.ts';
import type { StaffWords } from './words.ts';

/** None when it is an emergency whatever is answered, or when nothing that could be answered makes it one. */
export function decidingFactors(ticks: Ticks, rulebook: Rulebook, facts: Facts, words: StaffWords): string[] {
  const conditions = tickedSigns(ticks, rulebook, facts).flatMap((id) => {
    const rule = rulebook.signs[id];
    return [rule?.raised_when, rule?.emergency_if_ticked].filter((each) => each !== undefined);
  });
  const factors = [...new Set(conditions.flatMap((each) => factorTests(each).map(({ factor }) => factor)))];
  if (factors.some((id) => rulebook.factors[id]?.kind !== 'yes-no')) return [];
  const denied = { ...facts, ...Object.fromEntries(factors.map((id) => [id, 'no'])) };
  const care = screen(ticks, rulebook, denied, words.shared, new Map())?.care;
  return care === 'emergency' ? [] : factors;
}
