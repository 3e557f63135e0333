/** One item of an instrument: what it says in our own words, how it is judged, and what to mend when it does not hold. */

import type { AppraisalPart } from '../domain/appraisal.ts';
import { ask, type Judge } from './judgement.ts';

export interface Item {
  readonly id: string;
  readonly part: AppraisalPart;
  /** A person agrees or disagrees with it. */
  readonly says: string;
  readonly judge: Judge;
  readonly mend: string;
}

/** Items of one part, written one under the other. */
export function itemsOf(
  part: AppraisalPart,
  prefix: string,
  rows: readonly (readonly [number, string, Judge, string])[],
): Item[] {
  return rows.map(([number, says, judge, mend]) => ({ id: `${prefix}-${number}`, part, says, judge, mend }));
}

/** What no program can see. */
export const onlyPeople: Judge = () => ask();
