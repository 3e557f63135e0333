/** `withdrawn.yaml`: topics of which no sheet may be made, each with the reason; a lifted entry stays, and counts no more. */

import { z } from 'zod';
import { calendarDateSchema } from './calendar-date.ts';

const sentenceSchema = z.string().trim().min(1).max(300);
const nameSchema = z.string().trim().min(1).max(100);

const withdrawalSchema = z.strictObject({
  topic: z.string().min(1),
  /** Only in this language; in all when left out. */
  language: z.string().min(1).optional(),
  reason: sentenceSchema,
  by: nameSchema.optional(),
  date: calendarDateSchema,
  lifted: z
    .strictObject({ reason: sentenceSchema, by: nameSchema.optional(), date: calendarDateSchema })
    .optional(),
});
export type Withdrawal = z.infer<typeof withdrawalSchema>;

export const withdrawnSchema = z.strictObject({ withdrawn: z.array(withdrawalSchema) });
export type Withdrawn = z.infer<typeof withdrawnSchema>;

/** The first entry that forbids the topic in the language. */
export function withdrawalOf(
  withdrawn: readonly Withdrawal[],
  topic: string,
  language: string,
): Withdrawal | undefined {
  return withdrawn.find(
    (each) =>
      each.lifted === undefined &&
      each.topic === topic &&
      (each.language === undefined || each.language === language),
  );
}
