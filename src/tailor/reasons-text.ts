/** The rules that set a level -> one line for the reason trail: what is known first, what is not known together. */

import type { Reason } from '../domain/trace.ts';

/** `blood_thinner is yes (rule: nsaid_oral.avoid); age, pregnancy unknown (rule: nsaid_oral.ask, nsaid_oral.avoid)`. */
export function reasonsText(reasons: readonly Reason[]): string {
  const known = reasons.filter((reason) => reason.value !== 'unknown');
  const unknown = reasons.filter((reason) => reason.value === 'unknown');
  const parts = known.map((reason) => `${reason.factor} is ${reason.value} (rule: ${ruleName(reason)})`);
  if (unknown.length > 0) {
    const factors = distinct(unknown.map((reason) => reason.factor));
    parts.push(`${factors.join(', ')} unknown (rule: ${distinct(unknown.map(ruleName)).join(', ')})`);
  }
  return parts.join('; ');
}

/** `nsaid_oral.avoid` of `nsaid_oral.avoid: blood_thinner = yes`. */
function ruleName(reason: Reason): string {
  return reason.rule.split(':')[0] ?? reason.rule;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
