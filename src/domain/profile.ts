/** What is known of one patient and one visit: the input of a handout, made against a rulebook's factors. */

import { z } from 'zod';
import { type CalendarDate, calendarDateSchema } from './calendar-date.ts';
import type { PartChanges } from './optional-part.ts';
import type { FactorRule, Rulebook } from './rulebook.ts';
import { blockIdSchema, type Style, styleSchema } from './topic.ts';

export const ageBands = ['child', 'teen', 'adult', 'sixty', 'older'] as const;
export type AgeBand = (typeof ageBands)[number];

export interface Profile {
  readonly patient: {
    readonly name?: string | undefined;
    /** A line to write the name on by hand; a name that is given takes its place. */
    readonly nameLine?: boolean | undefined;
    readonly birthDate?: CalendarDate | undefined;
    readonly ageBand?: AgeBand | 'unknown' | undefined;
  };
  readonly language: string;
  readonly topics: readonly string[];
  /** Factor id to value, `unknown` where it was left out; `about` is merged in. */
  readonly factors: Readonly<Record<string, string>>;
  readonly warningSigns: readonly string[];
  readonly visit: {
    readonly date?: CalendarDate | undefined;
    readonly clinician?: string | undefined;
    readonly followUp?: CalendarDate | undefined;
    readonly codes: readonly string[];
  };
  readonly notes?: string | undefined;
  readonly clinicianSays: Readonly<Record<string, string>>;
  readonly style: Style;
  readonly parts?: PartChanges | undefined;
}

/** Marks that turn the direction of the words after them: they could make the sheet say something else than it holds. */
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/u;

const plainText = z.string().refine((text) => !directionMarks.test(text), {
  message: 'holds a mark that turns the direction of the text',
});

const nameSchema = plainText.trim().min(1).max(100, 'a name has up to 100 characters');

const partIds = z.array(blockIdSchema.max(80)).max(200);

/** The values that a profile may give a factor; null for a drug, which is free text. */
export function factorValues(rule: FactorRule): readonly string[] | null {
  if (rule.kind === 'yes-no') return ['yes', 'no', 'unknown'];
  if (rule.kind === 'choice') return [...rule.values, 'unknown'];
  return rule.kind === 'age' ? [...ageBands, 'unknown'] : null;
}

/** The schema of a profile file; the factors, signs and resources are those of the rulebook. */
export function profileFileSchema(rulebook: Rulebook) {
  const rules = Object.entries(rulebook.factors);
  const field = (rule: FactorRule) => {
    const values = factorValues(rule);
    return values === null
      ? z.string().trim().min(1).max(60).optional()
      : z.enum(values as [string, ...string[]]).optional();
  };
  const shape = (about: boolean) =>
    Object.fromEntries(
      rules
        .filter(([, rule]) => rule.kind !== 'age' && (rule.kind === 'choice' && rule.about) === about)
        .map(([id, rule]) => [id, field(rule)]),
    );
  const signIds = Object.keys(rulebook.signs) as [string, ...string[]];
  const resourceIds = Object.keys(rulebook.resources) as [string, ...string[]];
  return z.strictObject({
    patient: z
      .strictObject({
        name: nameSchema.optional(),
        nameLine: z.enum(['yes', 'no']).optional(),
        birthDate: calendarDateSchema.optional(),
        ageBand: z.enum([...ageBands, 'unknown']).optional(),
      })
      .optional(),
    language: z.string().min(2).max(35).optional(),
    topics: z.array(z.string()).min(1).max(12).optional(),
    factors: z.strictObject(shape(false)).optional(),
    about: z.strictObject(shape(true)).optional(),
    warning_signs: z.array(z.enum(signIds)).optional(),
    visit: z
      .strictObject({
        date: calendarDateSchema.optional(),
        clinician: nameSchema.optional(),
        follow_up: calendarDateSchema.optional(),
        codes: z
          .array(
            z.string().regex(/^[A-Za-z][0-9][0-9A-Za-z](\.?[0-9A-Za-z]{1,4})?$/, 'not an ICD-10-CM code'),
          )
          .max(50)
          .optional(),
      })
      .optional(),
    notes: plainText.max(1500, 'notes have up to 1500 characters').optional(),
    clinician_says: z
      .strictObject(
        Object.fromEntries(resourceIds.map((id) => [id, plainText.trim().min(1).max(300).optional()])),
      )
      .optional(),
    reading: z
      .strictObject({ size: z.enum(['standard']).optional(), style: styleSchema.optional() })
      .optional(),
    parts: z
      .strictObject({
        leave_out: partIds.optional(),
        keep: partIds.optional(),
        order: partIds.optional(),
      })
      .optional(),
  });
}
export type ProfileFile = z.infer<ReturnType<typeof profileFileSchema>>;
