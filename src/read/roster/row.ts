/** One row that was read, of whatever kind of roster -> the job that it asks for, or what is wrong with it. */

import { z } from 'zod';
import { paperSchema } from '../../domain/clinic.ts';
import { type Diagnostic, errorAt, hasErrors, type Place, warningAt } from '../../domain/diagnostic.ts';
import type { RosterEntry } from '../../domain/job.ts';
import { profileFileSchema } from '../../domain/profile.ts';
import type { Rulebook } from '../../domain/rulebook.ts';
import type { Located } from '../located.ts';
import { contradictions, type ProfileOverrides, profileFrom } from '../read-profile.ts';
import { readablePart } from './readable.ts';
import type { SeenIds } from './seen-ids.ts';
import type { TwiceIds } from './twice-ids.ts';

const idSchema = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((id) => !/\p{C}/u.test(id), { message: 'holds a character that can not be seen' });

/** A profile with the id of its row. */
export function rowSchema(rulebook: Rulebook) {
  return profileFileSchema(rulebook).extend({
    id: idSchema,
    paper: paperSchema.optional(),
  });
}
type RowFile = z.infer<ReturnType<typeof rowSchema>>;

/** What all rows of one roster are read with. */
export interface RosterReading {
  readonly file: string;
  readonly rulebook: Rulebook;
  readonly schema: ReturnType<typeof rowSchema>;
  readonly overrides: ProfileOverrides;
  readonly seen: SeenIds;
  readonly twice?: TwiceIds | undefined;
  /** The pass that only looks which ids there are. */
  readonly idsOnly: boolean;
  /** What concerns the whole roster and was not told yet. */
  readonly untold: Diagnostic[];
}

/** Templates give it to the rows that show how a roster is filled in. */
const sampleId = /^sample-/i;

/** `id`: as it stands in the row, whatever it is. */
export function wrongRow(
  place: Place,
  diagnostics: readonly Diagnostic[],
  id?: unknown,
): RosterEntry & { readonly ok: false } {
  const known = idSchema.safeParse(id);
  const twice = diagnostics.some(({ code }) => code === 'id-twice');
  const isSample = known.success && sampleId.test(known.data);
  return {
    ok: false,
    place,
    diagnostics: isSample ? [errorAt(place, 'sample-row', ...sample)] : diagnostics,
    ...(known.success && !isSample ? { id: known.data } : {}),
    ...(twice && !isSample ? { twice: true } : {}),
  };
}

const sample = [
  'This is one of the sample rows of the template, so no handout is made of it',
  'Remove it, or give it the id of a patient',
] as const;

/** The same with what can be read of it. `value`: as it stands there; `placeOf`: of a part of it. */
export function wrongParts(
  place: Place,
  diagnostics: readonly Diagnostic[],
  value: unknown,
  reading: RosterReading,
  placeOf: Located<unknown>['place'] = () => place,
): RosterEntry {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  const readable = readablePart(value, reading);
  if (readable === undefined) return wrongRow(place, diagnostics, id);
  const { file, profile } = readable;
  const more = contradictions({ value: file, place: placeOf });
  return { ...wrongRow(place, [...diagnostics, ...more], id), readable: profile };
}

export function rowEntry(
  row: Pick<Located<RowFile>, 'value' | 'place'>,
  place: Place,
  reading: RosterReading,
): RosterEntry {
  const { id, paper, ...value } = row.value;
  const found = [...repeated(id, place, reading)];
  const profile = profileFrom({ value, place: row.place }, reading.overrides, place);
  found.push(...profile.diagnostics);
  if (profile.ok && !hasErrors(found) && !sampleId.test(id))
    return {
      ok: true,
      job: { id, place, profile: profile.value, ...(paper === undefined ? {} : { paper }) },
      diagnostics: found,
    };
  const readable = readablePart(row.value, reading)?.profile;
  return { ...wrongRow(place, found, id), ...(readable === undefined ? {} : { readable }) };
}

/** To be asked for wrong rows too: mended, they would be there twice. */
export function repeated(id: unknown, place: Place, reading: RosterReading): Diagnostic[] {
  if (typeof id !== 'string' || id.trim() === '') return [];
  const before = reading.seen.complete;
  const first = reading.seen.add(id.trim(), place);
  if (before && !reading.seen.complete) reading.untold.push(warningAt(place, 'too-many-ids', ...tooMany));
  const other = reading.twice?.elsewhere(id.trim(), place) ?? first;
  if (other === undefined) return [];
  const name = /\.(ya?ml|json)$/i.test(other.file) ? 'line' : 'row';
  const where =
    other.file === place.file ? `${name} ${other.line}` : `${name} ${other.line} of ${other.file}`;
  const message = `This id stands in ${where} too, and nobody can tell which is right: neither gets a handout`;
  return [errorAt(place, 'id-twice', message, 'Give each handout an id of its own, or remove one of them')];
}

const tooMany = [
  'From here on an id that stands twice is not noticed: there are too many rows',
  'Split the roster',
] as const;
