/** The text of one language: shared words (labels, signs, factors, shared blocks) and one topic's words. */

import { z } from 'zod';
import { conditionSchema } from './condition.ts';
import { translatedFromSchema, translationSchema } from './translation.ts';

/** Plain text; `**bold**` marks the action, `{name}` stands for a term such as the clinic's phone. */
const textSchema = z.string().min(1);
const linesSchema = z.array(textSchema).min(1);

export const blockTextSchema = z.strictObject({
  title: textSchema.optional(),
  text: z.union([textSchema, linesSchema]).optional(),
  items: linesSchema.optional(),
  steps: linesSchema.optional(),
  /** One caption for each figure, in their order. */
  captions: linesSchema.optional(),
});
export type BlockText = z.infer<typeof blockTextSchema>;

/** Only in a translation. */
const translated = { translation: translationSchema.optional(), of: translatedFromSchema.optional() };

export const topicWordsSchema = z.strictObject({
  ...translated,
  title: textSchema,
  /** One line under the title: what it is. */
  purpose: textSchema,
  blocks: z.record(z.string(), blockTextSchema),
});
export type TopicWords = z.infer<typeof topicWordsSchema>;

const factorWordsSchema = z.strictObject({
  /** The question that asks for it, saying what counts. */
  question: textSchema,
  /** Short name in lists of what is not known, and on the tag. */
  label: textSchema,
  /** Completes "The reason: ..." for each value that can raise a level. */
  because: z.record(z.string(), textSchema).default({}),
  /** Words for each value on the tag in the title row. */
  tags: z.record(z.string(), textSchema).default({}),
});

const signWordsSchema = z.strictObject({
  lines: linesSchema,
  /** Opens the sign when the factor that adds or raises it is not known: "If you take a blood thinner:". */
  condition: textSchema.optional(),
  /** Words in place of `lines` where a factor raises the sign, or may. */
  raised: linesSchema.optional(),
  /** Other words for the same sign, the first whose `when` is known to hold, or whose `fits` is not known not to. */
  variants: z
    .array(
      z.strictObject({
        when: conditionSchema.optional(),
        fits: conditionSchema.optional(),
        lines: linesSchema,
      }),
    )
    .default([]),
});

/** Labels that the page itself prints; a template may only use these. */
export const labelsSchema = z.strictObject({
  made_for: textSchema,
  made_on: textSchema,
  name_line: textSchema,
  three_things: textSchema,
  warning_signs: textSchema,
  warning_calm: textSchema,
  emergency_title: textSchema,
  emergency_sub: textSchema,
  same_day_title: textSchema,
  nights: textSchema,
  nights_short: textSchema,
  for_you: textSchema,
  if_this_is_you: textSchema,
  note_title: textSchema,
  reason: textSchema,
  unknown_reason: textSchema,
  your_plan: textSchema,
  any_time: textSchema,
  my_visit: textSchema,
  week_title: textSchema,
  week_how: textSchema,
  week_day: textSchema,
  week_walk: textSchema,
  week_moves: textSchema,
  week_pain: textSchema,
  check_yourself: textSchema,
  check_lead: textSchema,
  questions: textSchema,
  call: textSchema,
  formats_line: textSchema,
  clinician_notes: textSchema,
  clinician_says: textSchema,
  your_clinician: textSchema,
  state_draft: textSchema,
  state_approved: textSchema,
  version: textSchema,
  page_of: textSchema,
  /** Over a part that has no translation, and over one whose source has changed. */
  mark_missing: textSchema,
  mark_stale: textSchema,
  translated_by: textSchema,
  moves_intro: textSchema,
  moves_pointer: textSchema,
});
export type Labels = z.infer<typeof labelsSchema>;

export const sharedWordsSchema = z.strictObject({
  ...translated,
  language: z.strictObject({ tag: z.string(), name: z.string() }),
  labels: labelsSchema,
  sections: z.record(z.string(), textSchema),
  factors: z.record(z.string(), factorWordsSchema),
  signs: z.record(z.string(), signWordsSchema),
  blocks: z.record(z.string(), blockTextSchema),
  /** Alternative text for each figure. */
  figures: z.record(z.string(), textSchema),
});
export type SharedWords = z.infer<typeof sharedWordsSchema>;
