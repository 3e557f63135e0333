/** The rulebook: factors, resources with their levels, warning signs, blocking codes and banned words. */

import { z } from 'zod';
import { conditionSchema } from './condition.ts';
import { levelSchema } from './level.ts';

const idSchema = z.string().regex(/^[a-z][a-z0-9_]*$/, 'an id is small letters, digits and _');
const signIdSchema = z.string().regex(/^[EUS][1-9][0-9]*$/, 'a sign id is E, U or S and a number');
const citedSchema = { claims: z.array(z.string()).default([]), sources: z.array(z.string()).default([]) };

const factorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('age') }),
  z.strictObject({ kind: z.literal('yes-no'), tag: z.boolean().default(false), icon: z.string().optional() }),
  z.strictObject({
    kind: z.literal('choice'),
    values: z.array(z.string()).min(2),
    /** Only asked when this holds; known not to hold counts as the first value. */
    asked_when: conditionSchema.optional(),
    /** Asked about the complaint (`about:` of the profile), not about the patient's health. */
    about: z.boolean().default(false),
    /** A value that is the same as ticking a warning sign. */
    ticks: z.record(z.string(), signIdSchema).default({}),
    tag: z.boolean().default(false),
    icon: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('drug'),
    /** The one that matters most first: of several drugs named, it decides which warnings are printed. */
    names: z.array(z.string()).min(1),
    /** Brand names, each with the name above that it stands for. */
    aliases: z.record(z.string(), z.string()).default({}),
    tag: z.boolean().default(false),
    icon: z.string().optional(),
  }),
]);
export type FactorRule = z.infer<typeof factorSchema>;

const resourceSchema = z.strictObject({
  starts: levelSchema,
  ask: z.array(conditionSchema).default([]),
  avoid: z.array(conditionSchema).default([]),
  /** Levels at which printing no block is right. */
  silent: z.array(levelSchema).default([]),
  /** A pill: when none is `ok`, the sheet adds ways to ease pain without pills. */
  pill: z.boolean().default(false),
  /** Names by which a clinician's note may mean it: drug and brand names. */
  words: z.array(z.string()).default([]),
  ...citedSchema,
});
export type ResourceRule = z.infer<typeof resourceSchema>;

export const urgencySchema = z.enum(['emergency', 'same-day', 'soon']);
export type Urgency = z.infer<typeof urgencySchema>;

const signSchema = z.strictObject({
  urgency: urgencySchema,
  /** Where it stands in the box; a group of its own for each body area. */
  group: z.string(),
  /** Added by a factor; a sign without it is for everyone. */
  when: conditionSchema.optional(),
  /** Ticked by staff, it is an emergency unless this is known not to hold. */
  emergency_if_ticked: conditionSchema.optional(),
  /** Moves up to `emergency` when this holds. */
  raised_when: conditionSchema.optional(),
  /** A date of the plan: days after the handout's date. */
  days: z.int().min(1).optional(),
  ...citedSchema,
});
export type SignRule = z.infer<typeof signSchema>;

const groupSchema = z.strictObject({
  id: z.string(),
  icon: z.string().optional(),
  /** Comes before all other groups of its box when this holds. */
  first_when: conditionSchema.optional(),
});

export const rulebookSchema = z.strictObject({
  version: z.string(),
  factors: z.record(idSchema, factorSchema),
  resources: z.record(idSchema, resourceSchema),
  sign_groups: z.array(groupSchema),
  signs: z.record(signIdSchema, signSchema),
  /** ICD-10-CM prefixes that forbid a home-care sheet, with the care that is needed instead. */
  blocking_codes: z.record(
    z.string().regex(/^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$/, 'an ICD-10-CM code or the start of one'),
    z.strictObject({ title: z.string(), care: z.enum(['emergency', 'same-day']) }),
  ),
  /** Words that no text may hold, as case-blind regular expressions, with the reason. */
  banned_phrases: z.array(z.strictObject({ pattern: z.string(), why: z.string(), instead: z.string() })),
});
export type Rulebook = z.infer<typeof rulebookSchema>;
