/** A profile and the handout's date -> the facts that conditions test: every factor with its value or `unknown`. */

import { ageInYears, type CalendarDate } from '../domain/calendar-date.ts';
import type { AgeBand, Profile } from '../domain/profile.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { Facts, TailorWarning } from '../domain/trace.ts';
import { mentions } from '../domain/whole-word.ts';
import { evaluate } from './condition.ts';

/** Upper ends of the bands in completed years (notes of the rulebook: the US label warns from 60, Beers from 65). */
const bandEnds: readonly (readonly [AgeBand, number])[] = [
  ['child', 11],
  ['teen', 17],
  ['adult', 59],
  ['sixty', 64],
];

export function ageBandOf(birth: CalendarDate, on: CalendarDate): AgeBand {
  const years = ageInYears(birth, on);
  return bandEnds.find(([, end]) => years <= end)?.[0] ?? 'older';
}

/**
 * A factor that is not asked at this age counts as its first value ("no"), unless the profile says otherwise: a stated
 * yes stands, with a warning, since it can only make the sheet more careful.
 */
export function factsOf(
  profile: Profile,
  rulebook: Rulebook,
  today: CalendarDate,
): { facts: Facts; warnings: TailorWarning[] } {
  const facts: Record<string, string> = {};
  const warnings: TailorWarning[] = [];
  for (const [id, rule] of Object.entries(rulebook.factors)) {
    const answer = (profile.factors[id] ?? 'unknown').toLowerCase();
    if (rule.kind === 'age') facts[id] = ageFact(profile, today);
    else facts[id] = rule.kind === 'drug' ? drugFact(answer, rule) : answer;
  }
  for (const [id, rule] of Object.entries(rulebook.factors)) {
    if (rule.kind === 'drug' && !['none', 'yes', 'unknown', ...rule.names].includes(facts[id] ?? 'unknown')) {
      warnings.push({
        code: 'unknown-drug',
        message: `${id} names a medicine that the rulebook does not list; its general warnings are printed`,
      });
    }
    if (rule.kind !== 'choice' || rule.asked_when === undefined) continue;
    if (evaluate(rule.asked_when, facts) !== 'no') continue;
    const first = rule.values[0] ?? 'no';
    if (facts[id] === 'unknown') facts[id] = first;
    else if (facts[id] !== first) {
      warnings.push({
        code: 'facts-disagree',
        message: `${id} is answered although it is not asked at this age; the more careful answer was used`,
      });
    }
  }
  return { facts, warnings };
}

function ageFact(profile: Profile, today: CalendarDate): string {
  const { birthDate, ageBand } = profile.patient;
  return birthDate === undefined ? (ageBand ?? 'unknown') : ageBandOf(birthDate, today);
}

/** Ways in which staff write that none was given. */
const noDrug = new Set(['no', 'none', 'n/a', 'na', 'nil', '-', 'not given', 'no relaxant']);

/** Drugs of the rulebook that an answer names, by name or brand, in the rulebook's order. */
export function namedDrugs(
  answer: string,
  rule: { readonly names: readonly string[]; readonly aliases: Readonly<Record<string, string>> },
): string[] {
  const brands = Object.entries(rule.aliases);
  return rule.names.filter(
    (name) =>
      mentions(answer, name) || brands.some(([brand, drug]) => drug === name && mentions(answer, brand)),
  );
}

/** `Baclofen 10 mg` and `Lioresal` are baclofen; of several drugs the rulebook's first decides which warnings are printed. */
function drugFact(answer: string, rule: Parameters<typeof namedDrugs>[1]): string {
  if (noDrug.has(answer.trim())) return 'none';
  return namedDrugs(answer, rule)[0] ?? answer;
}
