/** One property that does not hold: what is wrong, and the smallest profile that shows it. */

import type { AnswerSheet, Sheets } from './decision-diagram.ts';
import type { SheetModel } from './sheet-model.ts';

export const propertyIds = [
  'core-signs',
  'levels-only-rise',
  'one-block-per-resource',
  'nothing-above-ok',
  'never-pairs',
  'never-words',
  'duties',
  'no-empty-section',
  'one-emergency-number',
  'fixed-words',
  'refusals',
  'sample',
] as const;
export type Property = (typeof propertyIds)[number];

export interface Breach {
  readonly property: Property;
  /** What it is about, for a person to find it: `nsaid-tablet-ulcer`, `E3`, `heat.ok`. */
  readonly about: string;
  readonly message: string;
  readonly hint: string;
  /** Absent when it holds for nobody, whoever the patient is. */
  readonly profile?: AnswerSheet;
}

/** A breach for the profiles in the set; none when the set is empty. */
export function breachIf(
  model: Pick<SheetModel, 'space'>,
  profiles: Sheets,
  breach: Omit<Breach, 'profile'>,
): Breach[] {
  const profile = model.space.diagrams.smallest(profiles);
  return profile === undefined ? [] : [{ ...breach, profile }];
}
