/** The examples and the rulebook -> made-up patients, typical and extreme, whose sheets are read and appraised. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Content } from '../domain/content.ts';
import { type AgeBand, ageBands, type Profile } from '../domain/profile.ts';
import type { FactorRule, Rulebook } from '../domain/rulebook.ts';
import { styleSchema } from '../domain/topic.ts';
import { profileOf, questionsOf } from '../prove/profile-space.ts';
import { evaluate } from '../tailor/condition.ts';
import { readOneProfile } from './read-one-profile.ts';

export interface MadeUpPatient {
  readonly name: string;
  readonly profile: Profile;
  readonly today: CalendarDate;
}

/** An example that can't be used is told by `handout check`; here it is passed over. */
export async function typicalPatients(
  folder: string,
  content: Content,
  topic: string,
  language: string,
  today: CalendarDate,
): Promise<MadeUpPatient[]> {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : [];
  const patients: MadeUpPatient[] = [];
  for (const file of names) {
    const read = await readOneProfile(join(folder, file), content, {
      topics: [topic],
      language,
      date: today,
    });
    if (!read.ok) continue;
    const { notes: _, ...profile } = read.value.profile;
    const name = file.slice(0, -'.yaml'.length);
    // A clinician's own words are no part of the text that is measured.
    patients.push({ name: `${name}, ${profile.style}`, profile: { ...profile, clinicianSays: {} }, today });
  }
  return patients;
}

export function extremePatients(
  { rulebook }: Content,
  topic: string,
  language: string,
  today: CalendarDate,
): MadeUpPatient[] {
  const questions = questionsOf(rulebook);
  const told: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['nothing known', Object.fromEntries(questions.map(({ name }) => [name, 'unknown']))],
    ['healthy adult', Object.fromEntries(questions.map(({ name, usual }) => [name, usual]))],
    ...ageBands.map((age) => [`everything yes, ${age}`, everythingYes(rulebook, age)] as const),
  ];
  return styleSchema.options.flatMap((style) =>
    told.map(([name, answers]) => ({
      name: `${name}, ${style}`,
      profile: profileOf(answers, topic, language, style),
      today,
    })),
  );
}

function everythingYes({ factors }: Rulebook, age: AgeBand): Record<string, string> {
  return Object.fromEntries(Object.entries(factors).map(([id, rule]) => [id, mostTold(rule, age)]));
}

/** The answer that makes the sheet say most, short of one that is a warning sign itself. */
function mostTold(rule: FactorRule, age: AgeBand): string {
  if (rule.kind === 'age') return age;
  if (rule.kind === 'yes-no') return 'yes';
  if (rule.kind === 'drug') return rule.names[0] ?? 'none';
  const { values, ticks, asked_when } = rule;
  const [first = 'unknown', second = first] = values;
  if (asked_when !== undefined && evaluate(asked_when, { age }) === 'no') return first;
  // Of the answers about health the first is "no"; of those about the complaint the last is the most.
  return rule.about ? (values.findLast((value) => ticks[value] === undefined) ?? first) : second;
}
