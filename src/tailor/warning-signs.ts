/** The rulebook and the facts -> the signs to print: core for everyone, added or raised by a factor, or worded as a condition. */

import type { Rulebook, Urgency } from '../domain/rulebook.ts';
import type { Facts, SignIds } from '../domain/trace.ts';
import { evaluate } from './condition.ts';

/** `core`: for everyone; `known`: a factor adds it; `condition`: a factor that is not known may. */
export type SignStanding = 'core' | 'known' | 'condition';

export interface ChosenSign {
  readonly id: string;
  readonly urgency: Urgency;
  readonly standing: SignStanding;
}

/**
 * A sign that may be raised stands in both places while the factor is not known: as it is for everyone, and as a
 * condition at the higher urgency. So nothing is ever lost by an answer that is missing.
 */
export function chooseSigns(rulebook: Rulebook, facts: Facts): ChosenSign[] {
  return Object.entries(rulebook.signs).flatMap(([id, rule]): ChosenSign[] => {
    if (rule.when !== undefined) {
      const added = evaluate(rule.when, facts);
      if (added === 'no') return [];
      return [{ id, urgency: rule.urgency, standing: added === 'yes' ? 'known' : 'condition' }];
    }
    const core: ChosenSign = { id, urgency: rule.urgency, standing: 'core' };
    if (rule.raised_when === undefined) return [core];
    const raised = evaluate(rule.raised_when, facts);
    if (raised === 'no') return [core];
    if (raised === 'yes') return [{ id, urgency: 'emergency', standing: 'known' }];
    return [core, { id, urgency: 'emergency', standing: 'condition' }];
  });
}

export function signIds(signs: readonly ChosenSign[]): SignIds {
  const idsAt = (urgency: Urgency) => signs.filter((sign) => sign.urgency === urgency).map((sign) => sign.id);
  return { emergency: idsAt('emergency'), sameDay: idsAt('same-day'), soon: idsAt('soon') };
}
