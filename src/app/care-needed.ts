/** What is known of a patient who gets no sheet for another reason -> that this patient needs care, if a sign or a code says so. */

import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Content } from '../domain/content.ts';
import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
import { asSentences } from '../domain/joined-lines.ts';
import type { Profile } from '../domain/profile.ts';
import type { Refusal } from '../domain/trace.ts';
import { factsOf } from '../tailor/facts.ts';
import { screen } from '../tailor/screen.ts';

/** To be told before whatever else is wrong; `today`: the handout's date. */
export function careNeeded(
  profile: Profile,
  place: Place,
  content: Content,
  today: CalendarDate,
): Diagnostic | undefined {
  const refusal = careRefusal(profile, content, today);
  return refusal === undefined ? undefined : errorAt(place, refusal.code, asSentences(refusal.lines));
}

export function careRefusal(
  profile: Profile,
  { rulebook, words, clinic, locale }: Content,
  today: CalendarDate,
): Refusal | undefined {
  const shared = words.get('en') ?? [...words.values()][0];
  if (shared === undefined) return undefined;
  const terms = new Map([
    ...Object.entries(locale.terms),
    ['emergency_number', clinic.emergency_number ?? locale.emergency_number],
    ['phone', clinic.phone],
    ['after_hours', clinic.after_hours],
    ['clinic', clinic.name],
  ]);
  const { facts } = factsOf(profile, rulebook, today);
  return screen(profile, rulebook, facts, shared, terms);
}
