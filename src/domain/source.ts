/** One entry of the source catalogue -> a checked source: publisher, title, year and how far to trust it. */

import { z } from 'zod';

/** Prose about a source; an address is refused, because somebody's copy is not the source. */
const Words = z
  .string()
  .min(1)
  .refine((text) => !/:\/\/|\bwww\./i.test(text), {
    error: 'an address is not a source: give publisher, title and year',
  });

export const SourceKey = z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/);

export const Source = z.strictObject({
  publisher: Words,
  /** The exact title, or a description in plain words where it could not be confirmed. */
  title: Words,
  /** Null: not known. */
  year: z.int().min(1900).max(2100).nullable(),
  kind: z.enum([
    'guideline',
    'review',
    'trial',
    'study',
    'label',
    'patient-page',
    'advisory',
    'textbook',
    'standard',
    'memory',
  ]),
  /** How it was read: in a copy, as an abstract, from memory; and where it is weak. */
  note: Words.optional(),
});
export type Source = z.infer<typeof Source>;

/** Source key -> source. */
export const SourceCatalogue = z.record(SourceKey, Source);
export type SourceCatalogue = z.infer<typeof SourceCatalogue>;
