/** How a language relates to the one it is translated from: who did it, from which words, and which parts may lag behind. */

import { z } from 'zod';
import { type Block, type SectionId, sectionIds } from './topic.ts';

/** The language that content is written and judged in; all others are translations of it. */
export const sourceLanguage = 'en';

export const translationSchema = z.strictObject({
  /** The language it was made from. */
  from: z.literal(sourceLanguage),
  by: z.string().trim().min(1).max(100),
  /** A person who can judge both the language and the medicine; `nobody yet` says so. */
  checked_by: z.string().trim().min(1).max(100),
});
export type Translation = z.infer<typeof translationSchema>;

/** Part -> the first 8 hex digits of the hash of the source words that were translated: `blocks.heat.ok: 1a2b3c4d`. */
export const translatedFromSchema = z.record(
  z.string(),
  z.string().regex(/^[0-9a-f]{8}$/, 'a hash is 8 of the digits 0-9 and a-f, in quotes'),
);

/** What is amiss with the words of a block that may still be printed. */
export type TranslationMark = 'missing' | 'stale';

/** Sections that teach: a stale part is printed with a mark. All others must be right or the language is refused. */
const teaching: readonly SectionId[] = [
  'facts',
  'why',
  'symptoms',
  'daily-life',
  'bed',
  'sleep',
  'clinic-care',
  'prevention',
  'teach-back',
];

/** A block whose words a patient's safety may hang on. */
export function isSafetyBlock({ section, full_section, resource, mark, warns, recommends }: Block): boolean {
  const places = full_section === undefined ? [section] : [section, full_section];
  return (
    resource !== undefined ||
    mark !== undefined ||
    warns.length + recommends.length > 0 ||
    places.some((place) => sectionIds.includes(place) && !teaching.includes(place))
  );
}
