/** One row that was read, of whatever kind of roster -> the job that it asks for, or what is wrong with it. */

import { z } from 'zod';
import { paperSchema } from '../../domain/clinic.ts';
import { type Diagnostic, errorAt, hasErrors, type Place, warningAt } from '../../domain/diagnostic.ts';
import type { RosterEntry } from '../../domain/job.ts';
import { profileFileSchema } from '../../domain/profile.ts';
import type { Rulebook } from '../../domain/rulebook.ts';
import type { Located } from '../located.ts';
import { type ProfileOverrides, profileFrom } from '../read-profile.ts';
import type { SeenIds } from './seen-ids.ts';

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
  /** What concerns the whole roster and was not told yet. */
  readonly untold: Diagnostic[];
}

/** `id`: as it stands in the row, whatever it is. */
export function wrongRow(place: Place, diagnostics: readonly Diagnostic[], id?: unknown): RosterEntry {
  const known = idSchema.safeParse(id);
  const twice = diagnostics.some(({ code }) => code === 'id-twice');
  return { ok: false, place, diagnostics, ...(known.success && !twice ? { id: known.data } : {}) };
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
  if (!profile.ok || hasErrors(found)) return wrongRow(place, found, id);
  const job = { id, place, profile: profile.value, ...(paper === undefined ? {} : { paper }) };
  return { ok: true, job, diagnostics: found };
}

/** To be asked for wrong rows too: mended, they would be there twice. */
export function repeated(id: unknown, place: Place, reading: RosterReading): Diagnostic[] {
  if (typeof id !== 'string' || id.trim() === '') return [];
  const before = reading.seen.complete;
  const first = reading.seen.add(id.trim(), place);
  if (before && !reading.seen.complete) reading.untold.push(warningAt(place, 'too-many-ids', ...tooMany));
  if (first === undefined) return [];
  const where = first.file === place.file ? `line ${first.line}` : `line ${first.line} of ${first.file}`;
  const hint = 'Give each handout an id of its own, or remove one of them';
  return [errorAt(place, 'id-twice', `This id stands in ${where} already`, hint)];
}

const tooMany = [
  'From here on an id that stands twice is not noticed: there are too many rows',
  'Split the roster',
] as const;
