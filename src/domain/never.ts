/** What no sheet may ever say, whatever the rulebook holds: pairs, words and duties, written a second time and apart from it. */

import { z } from 'zod';
import { ClaimId } from './claim.ts';
import { conditionSchema } from './condition.ts';
import { joinedDuties, joinedPhrases } from './joined-entries.ts';
import { joinedKeys, joinedList, joinedWords } from './joined-words.ts';

const idSchema = z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is small letters, digits and hyphens');

/** Language tag -> words or phrases, matched whole, in any case, singular or plural. */
const wordsSchema = z.record(z.string(), z.array(z.string().min(2)).min(1));

/** Language tag -> regular expressions, case-blind. */
const patternsSchema = z.record(z.string(), z.array(z.string().min(3)).min(1));

const thingSchema = z.strictObject({
  /** The rulebook's name for it, when the rulebook gives it a level. */
  resource: z.string().optional(),
  /** Every name by which a text may advise it: drug, brand, everyday words. */
  words: wordsSchema,
});

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

const careSchema = z.enum(['emergency', 'same-day', 'soon']);

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
      /** Words before a colon that open a warning: what follows such a colon belongs to it. */
      leads: z.array(z.string().min(2)).default([]),
      /** Verbs of advice: behind one of these, no `after` makes a warning. */
      verbs: z.array(z.string().min(2)).default([]),
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
  /** Weakened rules that the proof does not see, each judged by a person: why nobody comes to harm. */
  harmless: z.array(z.strictObject({ rule: z.string(), why: z.string().min(10) })).default([]),
  /** What may not be softened: changed only together with what is fixed here. */
  fixed: z
    .strictObject({
      /** Language -> entry (`signs.E1`, `labels.emergency_title`) -> its texts, joined by ` | `. */
      words: z.record(z.string(), z.record(z.string(), z.string())).default({}),
      /** Language -> factor -> words that its question must ask about. */
      questions: z.record(z.string(), z.record(z.string(), z.array(z.string()).min(1))).default({}),
      /** Term of the locale -> words that it must name. */
      terms: z.record(z.string(), z.array(z.string()).min(1)).default({}),
      /** Sign or block -> the most days that it may tell a patient to wait. */
      days: z.record(z.string(), z.int().min(1)).default({}),
      /** Locale -> its emergency numbers. */
      emergency_numbers: z.record(z.string(), z.array(z.string()).min(1)).default({}),
    })
    .prefault({}),
  /** What must stop the sheet, with exit code 5. */
  refuse: z
    .strictObject({
      /** ICD-10-CM codes, whole or by their beginning, each with the least care. */
      codes: z.record(z.string(), careSchema).default({}),
      /** Factor -> answers that are the same as a ticked sign, each with the least care. */
      answers: z.record(z.string(), z.record(z.string(), careSchema)).default({}),
      /** Signs that, ticked, are an emergency for these patients, though not for everyone. */
      emergency: z.array(z.strictObject({ sign: z.string(), with: conditionSchema })).default([]),
    })
    .prefault({}),
  /** The outdated and unsafe claims: words by which one would be printed as it was stated. */
  stated: z.record(ClaimId, z.strictObject({ patterns: patternsSchema })),
});
export type Never = z.infer<typeof neverSchema>;

/** The clinic's own file, beside ours: it holds only what it adds. */
export const ownNeverSchema = neverSchema.extend({
  guards: neverSchema.shape.guards.default({}),
  things: neverSchema.shape.things.default({}),
  pairs: z.array(pairSchema).default([]),
  apart: neverSchema.shape.apart.default([]),
  phrases: neverSchema.shape.phrases.default([]),
  duties: neverSchema.shape.duties.default([]),
  exactly_one: neverSchema.shape.exactly_one.default([]),
  stated: neverSchema.shape.stated.default({}),
});

/** The clinic's own file adds to ours and takes nothing away; what both name by one id counts with the words of both. */
export function mergedNever(files: readonly Never[]): Never {
  const [first, ...rest] = files;
  if (first === undefined) throw new Error('nothing says what no sheet may say');
  return rest.reduce(
    (ours, own) => ({
      guards: joinedGuards(ours.guards, own.guards),
      things: joinedThings(ours.things, own.things),
      pairs: joinedList(ours.pairs, own.pairs),
      apart: joinedList(ours.apart, own.apart),
      phrases: joinedPhrases(ours.phrases, own.phrases),
      duties: joinedDuties(ours.duties, own.duties),
      exactly_one: joinedList(ours.exactly_one, own.exactly_one),
      signs: joinedList(ours.signs, own.signs),
      harmless: joinedList(ours.harmless, own.harmless),
      stays_unknown: joinedList(ours.stays_unknown, own.stays_unknown),
      fixed: joinedFixed(ours.fixed, own.fixed),
      refuse: joinedRefusals(ours.refuse, own.refuse),
      stated: joinedStated(ours.stated, own.stated),
    }),
    first,
  );
}

/** A guard lets words through, so in a language of ours only ours count; a verb of advice makes it stricter. */
function joinedGuards(ours: Never['guards'], own: Never['guards']): Never['guards'] {
  const stricter = Object.entries(ours).map(([tag, guards]) => [
    tag,
    { ...guards, verbs: joinedList(guards.verbs, own[tag]?.verbs ?? []) },
  ]);
  return { ...own, ...Object.fromEntries(stricter) };
}

function joinedThings(ours: Never['things'], own: Never['things']): Never['things'] {
  const both = Object.entries(ours).map(([id, thing]) => [
    id,
    { ...own[id], ...thing, words: joinedWords(thing.words, own[id]?.words ?? {}) },
  ]);
  return { ...own, ...Object.fromEntries(both) };
}

function joinedStated(ours: Never['stated'], own: Never['stated']): Never['stated'] {
  const both = Object.entries(ours).map(([id, { patterns }]) => [
    id,
    { patterns: joinedWords(patterns, own[id]?.patterns ?? {}) },
  ]);
  return { ...own, ...Object.fromEntries(both) };
}

/** Ours stay as they were fixed; own entries, words to name, and fewer days come on top. */
function joinedFixed(ours: Never['fixed'], own: Never['fixed']): Never['fixed'] {
  const words = joinedKeys(ours.words, own.words, (first = {}, second = {}) => ({ ...second, ...first }));
  const questions = joinedKeys(ours.questions, own.questions, joinedWords);
  const days = joinedKeys(ours.days, own.days, (first, second) =>
    Math.min(first ?? Infinity, second ?? Infinity),
  );
  const emergency_numbers = { ...own.emergency_numbers, ...ours.emergency_numbers };
  return { words, questions, terms: joinedWords(ours.terms, own.terms), days, emergency_numbers };
}

/** Where both name a code or an answer, the more urgent care counts. */
function joinedRefusals(ours: Never['refuse'], own: Never['refuse']): Never['refuse'] {
  return {
    codes: joinedCares(ours.codes, own.codes),
    answers: joinedKeys(ours.answers, own.answers, joinedCares),
    emergency: joinedList(ours.emergency, own.emergency),
  };
}

type Care = z.infer<typeof careSchema>;

function joinedCares(ours: Record<string, Care> = {}, own: Record<string, Care> = {}): Record<string, Care> {
  return joinedKeys(
    ours,
    own,
    (...both) => careSchema.options.find((care) => both.includes(care)) ?? 'emergency',
  );
}
