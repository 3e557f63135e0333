/** What a plain text avoids and says instead, by language: jargon, terms to explain, and phrases that are hard on a reader. */

import { z } from 'zod';

const phrasesSchema = z.array(z.string().min(2)).default([]);

/** A word or phrase -> what to write instead; nothing when it is better left out. */
const insteadSchema = z.record(z.string().min(2), z.string()).default({});

const termSchema = z.strictObject({
  /** Words of which one stands wherever the term is explained: before its first use or in the same text. */
  explained_by: z.array(z.string().min(2)).min(1),
  /** An explanation to write. */
  say: z.string().min(1),
});

/** Phrases are matched whole, in any case, singular or plural. */
export const languagePlainWordsSchema = z.strictObject({
  jargon: insteadSchema,
  /** Words that a reader may need, and only with their explanation. */
  terms: z.record(z.string().min(2), termSchema).default({}),
  /** The reader spoken of instead of spoken to: "the patient". */
  third_person: phrasesSchema,
  /** Sums left to the reader: "divide", "per kg". */
  sums: phrasesSchema,
  /** Chances put as odds: "odds", "times more likely". */
  odds: phrasesSchema,
  /** Plain words for how often: "most", "few". One of them makes a number clear. */
  how_often: phrasesSchema,
  /** Adjectives that look like a passive: "is tired". */
  not_passive: phrasesSchema,
  /** Abbreviation, as written -> the words that are read aloud for it. */
  aloud: z.record(z.string().min(2), z.string().min(1)).default({}),
});
export type LanguagePlainWords = z.infer<typeof languagePlainWordsSchema>;

/** By language tag; a regional tag without an entry takes that of its language. */
export const plainWordsSchema = z.record(z.string(), languagePlainWordsSchema);
export type PlainWords = z.infer<typeof plainWordsSchema>;
