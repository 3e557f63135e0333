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
   * the same clause, `close` at most five words before it, `after` anywhere behind it.
   */
  guards: z.record(
    z.string(),
    z.strictObject({
      before: z.array(z.string().min(2)).min(1),
      close: z.array(z.string().min(2)).default([]),
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
  /** Signs that a patient with these facts gets at least this urgently, or as a condition where they are not known. */
  signs: z
    .array(
      z.strictObject({
        sign: z.string(),
        with: conditionSchema,
        urgency: z.enum(['emergency', 'same-day', 'soon']),
        why: z.string().min(1),
      }),
    )
    .default([]),
  /** Factors whose missing answer must stay "not known" where this holds: there it may not count as "no". */
  stays_unknown: z
    .array(z.strictObject({ factor: z.string(), with: conditionSchema, why: z.string().min(1) }))
    .default([]),
  /** What must stop the sheet, with exit code 5. */
  refuse: z
    .strictObject({
      /** ICD-10-CM codes, whole or by their beginning. */
      codes: z.array(z.string()).default([]),
      /** Factor -> answers that are the same as a ticked sign. */
      answers: z.record(z.string(), z.array(z.string())).default({}),
      /** Signs that, ticked, are an emergency for these patients, though not for everyone. */
      emergency: z.array(z.strictObject({ sign: z.string(), with: conditionSchema })).default([]),
    })
    .prefault({}),
  /** The outdated and unsafe claims: words by which one would be printed as it was stated. */
  stated: z.record(ClaimId, z.strictObject({ patterns: patternsSchema })),
});
export type Never = z.infer<typeof neverSchema>;

/** The clinic's own file adds to ours; where both name a thing or a claim, the words of both count. */
export function mergedNever(files: readonly Never[]): Never {
  const [first, ...rest] = files;
  if (first === undefined) throw new Error('nothing says what no sheet may say');
  return rest.reduce(
    (ours, own) => ({
      guards: ours.guards,
      things: { ...own.things, ...mergedThings(ours.things, own.things) },
      pairs: [...ours.pairs, ...own.pairs],
      apart: [...ours.apart, ...own.apart],
      phrases: [...ours.phrases, ...own.phrases],
      duties: [...ours.duties, ...own.duties],
      exactly_one: [...ours.exactly_one, ...own.exactly_one],
      signs: [...ours.signs, ...own.signs],
      stays_unknown: [...ours.stays_unknown, ...own.stays_unknown],
      refuse: {
        codes: [...ours.refuse.codes, ...own.refuse.codes],
        answers: { ...own.refuse.answers, ...ours.refuse.answers },
        emergency: [...ours.refuse.emergency, ...own.refuse.emergency],
      },
      stated: { ...own.stated, ...ours.stated },
    }),
    first,
  );
}

function mergedThings(ours: Never['things'], own: Never['things']): Never['things'] {
  return Object.fromEntries(
    Object.entries(ours).map(([id, thing]) => {
      const more = own[id]?.words ?? {};
      const words = Object.entries(thing.words).map(([tag, list]) => [tag, [...list, ...(more[tag] ?? [])]]);
      return [id, { ...thing, words: { ...more, ...Object.fromEntries(words) } }];
    }),
  );
}
