/** A topic's structure: its blocks with conditions, levels, claims and sources; no text (that stands in the language files). */

import { z } from 'zod';
import { conditionSchema } from './condition.ts';
import { levelSchema } from './level.ts';

export const styleSchema = z.enum(['standard', 'full']);
export type Style = z.infer<typeof styleSchema>;

/** The places of the page that blocks go to, in reading order. */
export const sectionIds = [
  'key-points',
  'notes',
  'facts',
  'today',
  'medicine',
  'moves',
  'moves-stop',
  'not-now',
  'daily-life',
  'bed',
  'sleep',
  'why',
  'symptoms',
  'clinic-care',
  'prevention',
  'come-back',
  'teach-back',
] as const;
export const sectionIdSchema = z.enum(sectionIds);
export type SectionId = (typeof sectionIds)[number];

export const blockIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9.-]*$/, 'a block id is small letters, digits, dots and hyphens');

export const blockSchema = z
  .strictObject({
    id: blockIdSchema,
    section: sectionIdSchema,
    /** Where it stands in the full style, when that differs. */
    full_section: sectionIdSchema.optional(),
    /** Shown only when this is known to hold. */
    when: conditionSchema.optional(),
    /** Shown unless this is known not to hold. */
    fits: conditionSchema.optional(),
    /** The block for one level of one resource; one is shown, or none where the rulebook says `silent`. */
    resource: z.string().optional(),
    level: levelSchema.optional(),
    /** Stands in the row of this level, though no resource gives it one. */
    mark: levelSchema.optional(),
    /** Of the blocks of one slot, the first that may be shown is. */
    slot: z.string().optional(),
    /** Resources that the words advise: hidden unless every one is `ok`. */
    recommends: z.array(z.string()).default([]),
    /** Resources that the words warn of. */
    warns: z.array(z.string()).default([]),
    claims: z.array(z.string()).default([]),
    sources: z.array(z.string()).default([]),
    icon: z.string().optional(),
    figures: z.array(z.string()).default([]),
    styles: z.array(styleSchema).min(1).default(['standard', 'full']),
    /** Shown only when another block is: a question about it, say. */
    with: z.array(z.string()).optional(),
    /** Only when no pill is `ok`. */
    no_pill: z.boolean().default(false),
    /** A date of the plan: days after the handout's date. */
    days: z.int().min(1).optional(),
    /** Order in which it is left out when two sides are not enough (1 first); without it, never. */
    drop: z.int().min(1).optional(),
  })
  .refine((block) => (block.resource === undefined) === (block.level === undefined), {
    message: '`resource` and `level` go together',
  });
export type Block = z.infer<typeof blockSchema>;

const blockIds = z.array(z.string()).min(1);

/** What its authors settled before they wrote: the questions that a plain text starts from. For authors; never printed. */
const planSchema = z.strictObject({
  audience: z.string().min(1),
  /** What is known of how well they read and what they know of health. */
  literacy: z.string().min(1),
  /** What a reader will do or know afterwards. */
  objective: z.string().min(1),
  main_message: z.string().min(1),
  /** Blocks that tell it on the sheet, and what else a fair sheet tells. */
  told_by: z.strictObject({
    main_message: blockIds,
    /** Why the advice matters to the reader. */
    why: blockIds.optional(),
    benefit: blockIds.optional(),
    harm: blockIds.optional(),
    /** What nobody knows for sure. */
    not_known: blockIds.optional(),
  }),
});

export const topicSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'a topic id is small letters, digits and hyphens'),
  version: z.string(),
  /** Letters that open the printed content id, e.g. BMS. */
  short: z.string().regex(/^[A-Z]{2,4}$/, '2 to 4 capital letters'),
  codes: z.array(z.strictObject({ system: z.literal('ICD-10-CM'), code: z.string(), title: z.string() })),
  /** Blocks written once in `shared/` that this topic uses, by id; `prefix.*` takes all that begin so. */
  uses: z.array(z.string()).default([]),
  plan: planSchema.optional(),
  blocks: z.array(blockSchema),
});
export type Topic = z.infer<typeof topicSchema>;

/** The blocks that all topics may use: levels, notes, moves, plan. */
export const sharedBlocksSchema = z.strictObject({ blocks: z.array(blockSchema) });
export type SharedBlocks = z.infer<typeof sharedBlocksSchema>;
