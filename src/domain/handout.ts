/** One tailored handout: everything that the page prints, in order, and the trace of why; the only model that templates see. */

import { z } from 'zod';
import { paperSchema } from './clinic.ts';
import { drawingSchema } from './drawing.ts';
import { iconSchema } from './icon.ts';
import { levelSchema } from './level.ts';
import { styleSchema } from './topic.ts';
import { labelsSchema } from './words.ts';

/** A piece of one line of text; bold marks the action, a date, a phone or a run-in label. */
export const runSchema = z.strictObject({ text: z.string(), strong: z.boolean() });
export type Run = z.infer<typeof runSchema>;
export const lineSchema = z.array(runSchema);
export type Line = z.infer<typeof lineSchema>;

const printedFigureSchema = z.strictObject({
  drawing: drawingSchema,
  alt: z.string(),
  caption: lineSchema.optional(),
  /** One under each frame of the drawing. */
  captions: z.array(lineSchema).optional(),
});

export const printedBlockSchema = z.strictObject({
  id: z.string(),
  title: z.string().optional(),
  paragraphs: z.array(lineSchema),
  items: z.array(lineSchema),
  steps: z.array(lineSchema),
  figures: z.array(printedFigureSchema),
  icon: iconSchema.optional(),
  level: levelSchema.optional(),
  /** Why this level: named factors, or what is not known. */
  reasons: z.array(lineSchema),
  /** The clinician's own words under an ASK block. */
  says: z.strictObject({ lead: z.string(), text: z.string() }).optional(),
  /** The block's place in a numbered list, from 1. */
  number: z.int().optional(),
  /** Said over words that are not, or may no longer be, what the sheet's language should have. */
  mark: z.string().optional(),
  /** Of its words, where it is not the sheet's own. */
  language: z.string().optional(),
});
export type PrintedBlock = z.infer<typeof printedBlockSchema>;

const sectionSchema = z.strictObject({ heading: z.string(), blocks: z.array(printedBlockSchema) });
export type PrintedSection = z.infer<typeof sectionSchema>;

/** Blocks of one level under one mark, most serious level first. */
const levelSectionSchema = z.strictObject({
  heading: z.string(),
  rows: z.array(z.strictObject({ icon: iconSchema, blocks: z.array(printedBlockSchema) })),
});

const signSchema = z.strictObject({
  id: z.string(),
  lines: z.array(lineSchema),
  /** Of the factor that adds the sign; printed beside the "for you" row. */
  icon: iconSchema.optional(),
});
export type PrintedSign = z.infer<typeof signSchema>;
const signGroupSchema = z.strictObject({ icon: iconSchema.optional(), signs: z.array(signSchema) });
const signBoxSchema = z.strictObject({
  title: z.string(),
  /** Signs for everyone, grouped by body area. */
  groups: z.array(signGroupSchema),
  /** Signs that a known factor adds. */
  forYou: z.array(signSchema),
  /** Signs that a factor would add that is not known, worded as conditions. */
  conditions: z.array(signSchema),
});
export type PrintedSignBox = z.infer<typeof signBoxSchema>;

const tagSchema = z.strictObject({ text: z.string(), safety: z.boolean(), icon: iconSchema.optional() });

export const handoutSchema = z.strictObject({
  topic: z.string(),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  style: styleSchema,
  full: z.boolean(),
  paper: paperSchema,
  letter: z.boolean(),
  title: z.string(),
  purpose: lineSchema,
  /** For <title>: topic and clinic, never the patient. */
  documentTitle: z.string(),
  contentId: z.string(),
  version: z.string(),
  reviewState: z.string(),
  /** Who translated the words and who checked them; only of a translation. */
  translation: z.string().optional(),
  date: z.string(),
  labels: labelsSchema,
  clinic: z.strictObject({
    name: z.string(),
    descriptor: z.string().optional(),
    address: z.string().optional(),
    phone: z.string(),
    afterHours: z.string(),
    logo: iconSchema.optional(),
  }),
  madeFor: z.strictObject({
    /** The patient's name; absent when none was given or it can't be printed. */
    name: z.string().optional(),
    /** A line to write the name by hand. */
    writeLine: z.boolean(),
    tags: z.array(tagSchema),
  }),
  keyPoints: z.array(lineSchema),
  warning: z.strictObject({
    emergency: signBoxSchema,
    sameDay: signBoxSchema,
    icons: z.strictObject({ emergency: iconSchema, phone: iconSchema }),
  }),
  notes: sectionSchema.optional(),
  facts: sectionSchema.optional(),
  today: sectionSchema,
  medicine: levelSectionSchema,
  moves: sectionSchema.optional(),
  /** What ends a move, printed under the moves. */
  movesStop: printedBlockSchema.optional(),
  stopIcon: iconSchema,
  notNow: sectionSchema.optional(),
  dailyLife: sectionSchema.optional(),
  bed: sectionSchema.optional(),
  sleep: sectionSchema.optional(),
  why: sectionSchema.optional(),
  symptoms: sectionSchema.optional(),
  clinicCare: levelSectionSchema.optional(),
  prevention: sectionSchema.optional(),
  clinicianNotes: z
    .strictObject({ heading: z.string(), paragraphs: z.array(z.string()), writeLines: z.boolean() })
    .optional(),
  plan: z.strictObject({
    /** Over the dates. */
    heading: z.string().optional(),
    intro: z.array(lineSchema),
    dates: z.array(z.strictObject({ when: z.string(), lines: z.array(lineSchema) })),
    anyTime: z.array(signSchema),
    visit: z.string().optional(),
    week: z.array(z.string()),
    questions: z.array(
      z.strictObject({
        id: z.string(),
        line: lineSchema,
        mark: z.string().optional(),
        language: z.string().optional(),
      }),
    ),
  }),
});
export type Handout = z.infer<typeof handoutSchema>;
