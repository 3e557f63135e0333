/** The rulebook -> the columns of a roster: what each is called and what part of a profile it fills. */

import type { Diagnostic } from './diagnostic.ts';
import { type AgeBand, ageBands, factorValues } from './profile.ts';
import type { Rulebook } from './rulebook.ts';

export interface RosterColumn {
  readonly name: string;
  /** Other names that people and programs give it. */
  readonly aliases: readonly string[];
  /** Where its value stands in a profile. */
  readonly path: readonly string[];
  readonly kind: 'text' | 'date' | 'word' | 'list' | 'yes-no' | 'drug';
  /** The words that it may hold; empty where any text will do. */
  readonly words: readonly string[];
}

/** All of them, in the order in which a template has them. */
export function rosterColumns(rulebook: Rulebook): RosterColumn[] {
  return [
    column('id', ['id'], 'text', ['patient_id', 'record', 'record_number', 'mrn']),
    column('name', ['patient', 'name'], 'text', ['patient_name', 'full_name']),
    column('birth_date', ['patient', 'birthDate'], 'date', [
      'dob',
      'date_of_birth',
      'birthday',
      'patient_birth_date',
    ]),
    column('age_band', ['patient', 'ageBand'], 'word', ['age', 'age_group', 'patient_age_band'], bands),
    column('language', ['language'], 'text', ['lang']),
    column('topics', ['topics'], 'list', ['topic']),
    ...factorColumns(rulebook),
    column(
      'warning_signs',
      ['warning_signs'],
      'list',
      ['signs', 'warning_sign'],
      Object.keys(rulebook.signs),
    ),
    column('visit_date', ['visit', 'date'], 'date', ['visit', 'date_of_visit', 'date']),
    column('clinician', ['visit', 'clinician'], 'text', ['visit_clinician', 'provider', 'doctor']),
    column('follow_up', ['visit', 'follow_up'], 'date', ['visit_follow_up', 'follow_up_date']),
    column('codes', ['visit', 'codes'], 'list', ['visit_codes', 'code', 'icd10', 'icd_10']),
    column('notes', ['notes'], 'text', ['note']),
    column('paper', ['paper'], 'word', ['paper_size'], ['A4', 'Letter']),
    column('style', ['reading', 'style'], 'word', ['reading_style'], ['standard', 'full']),
  ];
}

const bands: readonly (AgeBand | 'unknown')[] = [...ageBands, 'unknown'];

function column(
  name: string,
  path: readonly string[],
  kind: RosterColumn['kind'],
  aliases: readonly string[] = [],
  words: readonly string[] = [],
): RosterColumn {
  return { name, aliases, path, kind, words };
}

function factorColumns(rulebook: Rulebook): RosterColumn[] {
  return Object.entries(rulebook.factors).flatMap(([id, rule]) => {
    // The age is a birth date or an age band.
    if (rule.kind === 'age') return [];
    const part = rule.kind === 'choice' && rule.about ? 'about' : 'factors';
    const kind = rule.kind === 'choice' ? 'word' : rule.kind;
    return [column(id, [part, id], kind, [`${part}_${id}`], factorValues(rule) ?? [])];
  });
}

/** Names of fields in a profile, in code marks, become those of the columns. */
export function inColumns(
  diagnostics: readonly Diagnostic[],
  columns: readonly RosterColumn[],
): Diagnostic[] {
  const names = new Map(columns.map(({ path, name }) => [path.join('.'), name]));
  const renamed = (text: string) =>
    text.replace(/`([\w.]+)/g, (whole, path) => (names.has(path) ? `\`${names.get(path)}` : whole));
  return diagnostics.map((one) => ({
    ...one,
    message: renamed(one.message),
    ...(one.hint === undefined ? {} : { hint: renamed(one.hint) }),
  }));
}
