/** How far the sheet may advise a thing: `ok` < `ask` < `avoid`; levels only ever rise. */

import { z } from 'zod';

export const levelSchema = z.enum(['ok', 'ask', 'avoid']);
export type Level = z.infer<typeof levelSchema>;

const rank: Readonly<Record<Level, number>> = { ok: 0, ask: 1, avoid: 2 };

/** The more careful of two levels. */
export function higherLevel(a: Level, b: Level): Level {
  return rank[a] >= rank[b] ? a : b;
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareLevels(a: Level, b: Level): number {
  return rank[a] - rank[b];
}
