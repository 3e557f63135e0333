/** The profile, before anything is printed -> a refusal when a sign is ticked or a code forbids a home-care sheet. */

import type { Profile } from '../domain/profile.ts';
import type { Rulebook, Urgency } from '../domain/rulebook.ts';
import type { Facts, Refusal } from '../domain/trace.ts';
import type { SharedWords } from '../domain/words.ts';
import { evaluate } from './condition.ts';
import { signLines } from './sign-lines.ts';
import { fillTerms, type Terms } from './text.ts';

/** What staff ticked, and the codes of the visit. */
export type Ticks = Pick<Profile, 'warningSigns' | 'visit'>;

/** Signs ticked by staff, or by an answer that is the same as ticking one. */
export function tickedSigns(profile: Ticks, rulebook: Rulebook, facts: Facts): string[] {
  const byAnswer = Object.entries(rulebook.factors).flatMap(([id, rule]) => {
    const sign = rule.kind === 'choice' ? rule.ticks[facts[id] ?? ''] : undefined;
    return sign === undefined ? [] : [sign];
  });
  return [...new Set([...profile.warningSigns, ...byAnswer])];
}

/** A whole chapter heading (three characters) says too little to block on. */
const shortestFamily = 4;

/** Codes of the visit that forbid a home-care sheet, by prefix, dots and case ignored. */
export function blockingCodes(codes: readonly string[], rulebook: Rulebook): string[] {
  const plain = (code: string) => code.replaceAll('.', '').toUpperCase();
  return Object.keys(rulebook.blocking_codes).filter((prefix) =>
    codes.map(plain).some(
      (code) =>
        code.startsWith(plain(prefix)) ||
        // The family of a blocking code may mean it: C79.5 holds C79.51.
        (code.length >= shortestFamily && plain(prefix).startsWith(code)),
    ),
  );
}

const rank: Readonly<Record<Urgency, number>> = { soon: 0, 'same-day': 1, emergency: 2 };

export function screen(
  profile: Ticks,
  rulebook: Rulebook,
  facts: Facts,
  words: SharedWords,
  terms: Terms,
): Refusal | undefined {
  const signs = tickedSigns(profile, rulebook, facts);
  const codes = blockingCodes(profile.visit.codes, rulebook);
  if (signs.length === 0 && codes.length === 0) return undefined;
  const urgencies = [
    ...signs.map((id): Urgency => urgencyOf(id, rulebook, facts)),
    ...codes.map((prefix): Urgency => rulebook.blocking_codes[prefix]?.care ?? 'emergency'),
  ];
  const care = urgencies.reduce((most, next) => (rank[next] > rank[most] ? next : most), 'soon');
  return {
    code: signs.length > 0 ? 'warning-sign' : 'blocking-code',
    care,
    lines: [
      careSentence(care, terms),
      ...signs.map(
        (id) =>
          `${id}: ${signLines(id, words, facts)
            .map((line) => fillTerms(line, terms))
            .join('; ')}`,
      ),
      ...codes.map((prefix) => `Code ${prefix}: ${rulebook.blocking_codes[prefix]?.title ?? ''}`),
      'No home-care sheet was printed.',
    ],
  };
}

/** A sign whose fact raises it is as urgent as that. */
function urgencyOf(id: string, rulebook: Rulebook, facts: Facts): Urgency {
  const rule = rulebook.signs[id];
  if (rule === undefined) return 'emergency';
  const raises = [rule.raised_when, rule.emergency_if_ticked];
  const raised = raises.some((when) => when !== undefined && evaluate(when, facts) !== 'no');
  return raised ? 'emergency' : rule.urgency;
}

function careSentence(care: Urgency, terms: Terms): string {
  if (care === 'emergency') {
    return fillTerms(
      'This patient needs EMERGENCY care now: call {emergency_number} or send to {emergency_room}.',
      terms,
    );
  }
  if (care === 'same-day') return 'This patient needs to be seen by a clinician TODAY, before going home.';
  return 'This patient needs a visit with a clinician soon: book it before going home.';
}
