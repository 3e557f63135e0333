/** One profile file -> the profile, held against the rulebook's factors, with the topics and language asked for on the command line. */

import { compareDates } from '../domain/calendar-date.ts';
import { type Diagnostic, errorAt, type Place, warningAt } from '../domain/diagnostic.ts';
import { failure, type Outcome, settle, success } from '../domain/outcome.ts';
import { type Profile, type ProfileFile, profileFileSchema } from '../domain/profile.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import { type Located, locatedFrom } from './located.ts';
import type { SourceFile } from './source-file.ts';

/** A profile is a page of text; anything larger is a mistake. */
export const profileLimit = { maxBytes: 256_000 };

export interface ProfileOverrides {
  /** Take the place of the profile's own topics. */
  readonly topics?: readonly string[] | undefined;
  readonly language?: string | undefined;
}

const schemas = new WeakMap<Rulebook, ReturnType<typeof profileFileSchema>>();

/** Made once for all profiles: it takes longer than to read one. */
function schemaFor(rulebook: Rulebook): ReturnType<typeof profileFileSchema> {
  const schema = schemas.get(rulebook) ?? profileFileSchema(rulebook);
  schemas.set(rulebook, schema);
  return schema;
}

export function readProfile(
  source: SourceFile,
  rulebook: Rulebook,
  overrides: ProfileOverrides = {},
): Outcome<Profile> {
  const located = locatedFrom(source, schemaFor(rulebook));
  if (!located.ok) return located;
  const profile = profileFrom(located.value, overrides, { file: source.name });
  const told = [...located.diagnostics, ...profile.diagnostics];
  return profile.ok ? success(profile.value, told) : failure(told);
}

/** Of a file, or of one row of a roster; `whole` is where something is missing. */
export function profileFrom(
  file: Pick<Located<ProfileFile>, 'value' | 'place'>,
  overrides: ProfileOverrides,
  whole: Place,
): Outcome<Profile> {
  const topics = overrides.topics ?? file.value.topics;
  if (topics === undefined) {
    return failure([
      errorAt(
        whole,
        'missing-topics',
        'The profile names no topic',
        'Add `topics: [back-muscle-spasm]`, or give --topic; `handout topics` lists them',
      ),
    ]);
  }
  return settle(profileOf(file.value, topics, overrides.language), contradictions(file));
}

export function profileOf(
  file: ProfileFile,
  topics: readonly string[],
  language: string | undefined,
): Profile {
  const factors = { ...given(file.factors), ...given(file.about) };
  return {
    patient: {
      name: file.patient?.name,
      ...(file.patient?.nameLine === 'yes' ? { nameLine: true } : {}),
      birthDate: file.patient?.birthDate,
      ageBand: file.patient?.ageBand,
    },
    language: language ?? file.language ?? 'en',
    topics: [...new Set(topics)],
    factors,
    warningSigns: file.warning_signs ?? [],
    visit: {
      date: file.visit?.date,
      clinician: file.visit?.clinician,
      followUp: file.visit?.follow_up,
      codes: file.visit?.codes ?? [],
    },
    notes: file.notes,
    clinicianSays: given(file.clinician_says),
    style: file.reading?.style ?? 'standard',
    ...partsOf(file),
  };
}

function partsOf({ parts }: ProfileFile): Pick<Profile, 'parts'> {
  if (parts === undefined) return {};
  const { leave_out: leaveOut = [], keep = [], order = [] } = parts;
  return { parts: { leaveOut, keep, order } };
}

function given(answers: Readonly<Record<string, unknown>> | undefined): Record<string, string> {
  const known: Record<string, string> = {};
  for (const id in answers) {
    const value = answers[id];
    if (typeof value === 'string') known[id] = value;
  }
  return known;
}

/** Two answers that can't both be true: told, never settled by guessing. */
export function contradictions(file: Pick<Located<ProfileFile>, 'value' | 'place'>): Diagnostic[] {
  const { patient, visit } = file.value;
  const problems: Diagnostic[] = [];
  if (patient?.birthDate !== undefined && patient.ageBand !== undefined) {
    problems.push(
      errorAt(
        file.place(['patient', 'ageBand'], 'key'),
        'age-twice',
        'Both `patient.birthDate` and `patient.ageBand` are given',
        'Keep one: `patient.ageBand` stands in for a birth date that is not known',
      ),
    );
  }
  if (
    visit?.follow_up !== undefined &&
    visit.date !== undefined &&
    compareDates(visit.follow_up, visit.date) <= 0
  ) {
    problems.push(
      errorAt(
        file.place(['visit', 'follow_up']),
        'bad-date',
        '`visit.follow_up` is not after `visit.date`',
        'Check both dates',
      ),
    );
  }
  return problems;
}

/** Dates that count from the handout's own date, which the command line may give. */
export function dateProblems(profile: Profile, today: string, file: string): Diagnostic[] {
  const { birthDate } = profile.patient;
  const problems: Diagnostic[] = [];
  if (birthDate !== undefined && birthDate > today) {
    problems.push(
      errorAt(
        { file },
        'bad-date',
        "`patient.birthDate` is after the handout's date",
        'Check the year of birth',
      ),
    );
  }
  if (profile.visit.followUp !== undefined && profile.visit.followUp <= today) {
    problems.push(
      warningAt(
        { file },
        'past-follow-up',
        "`visit.follow_up` is not after the handout's date",
        'Check both dates',
      ),
    );
  }
  return problems;
}
