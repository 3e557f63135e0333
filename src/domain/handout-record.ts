/** One line of `records.jsonl` or of a manifest: what went out, when and from which text; never for whom. */

import { z } from 'zod';
import { paperSchema } from './clinic.ts';
import { styleSchema } from './topic.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Who had a sheet made of a text whose review was overdue, and why. */
const overrideSchema = z.strictObject({ by: z.string().min(1), reason: z.string().min(1) });
export type ReviewOverride = z.infer<typeof overrideSchema>;

/** Made by us; reading is tolerant of fields that others add. */
export const handoutRecordSchema = z.object({
  /** `override` is written before the sheet is handed over, `made` after. */
  kind: z.enum(['made', 'override']).default('made'),
  /** ISO, UTC. */
  at: z.iso.datetime(),
  topic: z.string(),
  language: z.string(),
  style: styleSchema.optional(),
  paper: paperSchema.optional(),
  contentId: z.string(),
  /** SHA-256 of all files that the text stands on: the content id is its beginning. */
  contentHash: sha256Schema.optional(),
  /** Of the topic. */
  version: z.string().optional(),
  /** Without folder; only where the program chose the name: one given by hand may name the patient. */
  file: z.string().optional(),
  bytes: z.int().min(0).optional(),
  /** Of the file. */
  sha256: sha256Schema.optional(),
  override: overrideSchema.optional(),
  /** How it left the desk; absent where it was made on the command line. */
  given: z.enum(['printed', 'pdf', 'html', 'text']).optional(),
  /** Who of the staff gave it, as they call themselves. */
  by: z.string().optional(),
  /** More than one. */
  copies: z.int().min(2).optional(),
});
export type HandoutRecord = z.infer<typeof handoutRecordSchema>;
