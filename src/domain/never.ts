/** What no sheet may ever say, whatever the rulebook holds: pairs, words and duties, written a second time and apart from it. */

import { z } from 'zod';
import { ClaimId } from './claim.ts';
import { conditionSchema } from './condition.ts';

const idSchema = z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is small letters, digits and hyphens');

/** Language tag -> words or phrases, matched whole, in any case, singular or plural. */
const wordsSchema = z.record(z.string(), z.array(z.string().min(2)).min(1));
export type WordsByLanguage = z.infer<typeof wordsSchema>;

/** Language tag -> regular expressions, case-blind. */
const patternsSchema = z.record(z.string(), z.array(z.string().min(3)).min(1));

const thingSchema = z.strictObject({
  /** The rulebook's name for it, when the rulebook gives it a level. */
  resource: z.string().optional(),
  /** Every name by which a text may advise it: drug, brand, everyday words. */
  words: wordsSchema,
});
export type NeverThing = z.infer<typeof thingSchema>;

const pairSchema = z.strictObject({
  id: idSchema,
  /** Things that may not be advised ... */
  advise: z.array(z.string()).min(1),
  /** ... where this holds, or may hold; to anybody when it is left out. */
  with: conditionSchema.optional(),
  /** What the level must be at least where the condition is known to hold; not known gives at least `ask`. */
  level: z.enum(['ask', 'avoid']).default('avoid'),
  why: z.string().min(1),
});
export type NeverPair = z.infer<typeof pairSchema>;

export const neverSchema = z.strictObject({
  /**
   * What makes a sentence a warning or a question instead of advice: `before` must stand before the thing's name in
   * the same clause, `after` anywhere behind it.
   */
  guards: z.record(
    z.string(),
    z.strictObject({
      before: z.array(z.string().min(2)).min(1),
      after: z.array(z.string().min(2)).default([]),
    }),
  ),
  things: z.record(idSchema, thingSchema),
  pairs: z.array(pairSchema).min(1),
  /** Two things that may not stand as advice in one block. */
  apart: z.array(
    z.strictObject({ id: idSchema, things: z.tuple([z.string(), z.string()]), why: z.string() }),
  ),
  /** Words that no sheet prints, but as a warning. */
  phrases: z.array(
    z.strictObject({
      id: idSchema,
      patterns: patternsSchema,
      why: z.string(),
      instead: z.string(),
      /** Refused even as a warning. */
      even_warned: z.boolean().default(false),
    }),
  ),
  /** Where the condition is known to hold, the sheet must say one of these words, in a part that is never left out. */
  duties: z.array(
    z.strictObject({
      id: idSchema,
      when: conditionSchema.optional(),
      /** Only where no pill may be taken without asking. */
      no_pill: z.boolean().default(false),
      words: wordsSchema,
      why: z.string(),
    }),
  ),
  /** Of the blocks of this slot, every sheet shows exactly one. */
  exactly_one: z.array(z.strictObject({ slot: z.string(), why: z.string() })),
  /** The outdated and unsafe claims: words by which one would be printed as it was stated. */
  stated: z.record(ClaimId, z.strictObject({ patterns: patternsSchema })),
});
export type Never = z.infer<typeof neverSchema>;
