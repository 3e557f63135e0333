/** Two instruments that appraise a text (PEMAT-P, CDC Clear Communication Index): their items, answers and scores, and the file of answers that people gave. */

import { z } from 'zod';
import { calendarDateSchema } from './calendar-date.ts';

const numbered = (prefix: string, numbers: readonly number[]) =>
  numbers.map((number) => `${prefix}-${number}`);
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

/** PEMAT's items 13 and 14 are about sound and moving pictures. */
export const itemIds: readonly string[] = [
  ...numbered(
    'pemat',
    upTo(26).filter((number) => number !== 13 && number !== 14),
  ),
  ...numbered('cci', upTo(20)),
];

export const answers = ['agree', 'disagree', 'not-applicable'] as const;
const answerSchema = z.enum(answers).meta({ echo: true });
export type Answer = (typeof answers)[number];

/** An answer as a person gives it. */
const givenAnswerSchema = z.strictObject({
  item: z.enum(itemIds as [string, ...string[]]).meta({ echo: true }),
  answer: answerSchema,
  note: z.string().trim().min(1).max(500).optional(),
});
export type GivenAnswer = z.infer<typeof givenAnswerSchema>;

const storedAnswerSchema = givenAnswerSchema.extend({
  by: z.string().trim().min(1).max(100),
  date: calendarDateSchema,
  /** The hash of the text that it was given for: of another text it says nothing. */
  text: z.string().regex(/^[0-9a-f]{16}$/, 'the hash of a text is 16 hex digits'),
});
export type StoredAnswer = z.infer<typeof storedAnswerSchema>;

function once<T extends { readonly item: string }>(given: readonly T[], context: z.RefinementCtx): void {
  given.forEach(({ item }, index) => {
    if (given.findIndex((other) => other.item === item) === index) return;
    const params = { code: 'answered-twice', hint: 'Keep the one that counts' };
    context.addIssue({ code: 'custom', path: [index], message: `${item} is answered twice`, params });
  });
}

/** `appraisals/<topic>.<language>.yaml`. */
export const appraisalFileSchema = z.strictObject({
  answers: z.array(storedAnswerSchema).superRefine(once),
});
/** Answers of one person, from a file in place of the terminal. */
export const givenAnswersSchema = z.strictObject({
  answers: z.array(givenAnswerSchema).superRefine(once),
});
export type GivenAnswers = z.infer<typeof givenAnswersSchema>;

/** The two halves of PEMAT are scored apart. */
export type AppraisalPart = 'understandability' | 'actionability' | 'communication';

export type ItemState =
  | { readonly kind: 'decided'; readonly answer: Answer; readonly reason: string }
  | {
      readonly kind: 'answered';
      readonly answer: Answer;
      readonly by: string;
      readonly date: string;
      readonly note?: string | undefined;
    }
  | { readonly kind: 'open'; readonly why: string; readonly hint?: string | undefined }
  /** Answers itself once another item is answered. */
  | { readonly kind: 'waits'; readonly item: string };

export interface Verdict {
  readonly item: string;
  readonly part: AppraisalPart;
  /** What a person agrees or disagrees with. */
  readonly says: string;
  readonly mend: string;
  readonly state: ItemState;
}

export interface Score {
  readonly part: AppraisalPart;
  readonly passMark: number;
  readonly agreed: number;
  /** Agreed and disagreed: items that do not apply count in neither. */
  readonly decided: number;
  readonly waiting: number;
  /** Whole percent of the items decided so far; absent while there are none. */
  readonly percent?: number;
}

export interface Appraisal {
  readonly verdicts: readonly Verdict[];
  readonly scores: readonly Score[];
}
