/** One line of `manifest.jsonl`: what became of one job of a batch, and where its file lies; never for whom. */

import { z } from 'zod';
import { paperSchema } from './clinic.ts';
import { handoutRecordSchema } from './handout-record.ts';
import { styleSchema } from './topic.ts';

/** Keyed hashes: whoever reads the manifest can't try out record numbers or birth dates without the key. */
const keyedHash = z.string().regex(/^[0-9a-f]{32}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const moment = z.iso.datetime();
const count = z.int().min(0);
const code = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** From the manifest's folder on, with `/`; it can't lead out of it. */
const fileSchema = z
  .string()
  .max(1000)
  .refine((path) => !/[\\:\p{Cc}]/u.test(path) && path.split('/').every((part) => !/^\.{0,2}$/.test(part)), {
    message: 'must lie in the folder of the manifest',
  });
/** A bundle may lie elsewhere: it has its whole path then. */
const bundleFileSchema = fileSchema.or(
  z
    .string()
    .max(4000)
    .regex(/^(\/|[A-Za-z]:[\\/]|\\\\)\P{Cc}*$/u),
);

const jobShape = {
  at: moment,
  /** Of the id, as the roster gives it. */
  job: keyedHash,
  /** Of all that the file depends on: the same input makes the same handout. */
  input: keyedHash,
  /** Which key made the two hashes: shards made with different keys do not fit together. */
  key: z
    .string()
    .regex(/^[0-9a-f]{8}$/)
    .optional(),
};

/** Why there is none; never a value from the roster. */
const reasonSchema = z.object({
  /** Of the diagnostic, the refusal or the fault. */
  code,
  /** Name of the roster, without its folder. */
  file: z.string().max(255).optional(),
  row: z.int().min(1).optional(),
  /** As `handout roster-template` names it. */
  column: z.string().max(80).optional(),
});

const askedShape = {
  topic: z.string().optional(),
  language: z.string().optional(),
  style: styleSchema.optional(),
  paper: paperSchema.optional(),
  contentId: z.string().optional(),
  reason: reasonSchema,
};

const olderSchema = z.object({ file: fileSchema, at: moment });
/** A sheet that an earlier run made of the same job. */
export type OlderSheet = z.infer<typeof olderSchema>;

const madeSchema = handoutRecordSchema.omit({ override: true }).extend({
  ...jobShape,
  kind: z.literal('made'),
  file: fileSchema,
  /** By code: its further names. Each has a line of its own too. */
  also: z.array(fileSchema).optional(),
  bytes: count,
  pages: count.optional(),
  sha256,
  /** Of the file when it was written. */
  mtimeMs: z.number(),
  /** How far the text was reviewed: draft, changed, approved. */
  state: z.string().optional(),
  /** Codes of its warnings. */
  warnings: z.array(code).default([]),
});

const purgedSchema = z.object({
  kind: z.literal('purged'),
  at: moment,
  job: keyedHash.optional(),
  file: bundleFileSchema,
  /** Absent where a batch removed a sheet that is refused by now: the line of its making tells it. */
  sha256: sha256.optional(),
});

const bundleShape = {
  at: moment,
  /** Of the inputs of all that it holds, in their order. */
  input: keyedHash.optional(),
  file: bundleFileSchema,
  bytes: count,
  pages: count.optional(),
  sha256,
  mtimeMs: z.number(),
  handouts: count,
  /** Beginnings of the hashes of all that it holds: told when one of them is refused later. */
  jobs: z.array(z.string().regex(/^[0-9a-f]{16}$/)).optional(),
};
/** All handouts of a run in one PDF. */
const combinedSchema = z.object({ ...bundleShape, kind: z.literal('combined') });
/** All of them in one archive. */
const zipSchema = z.object({ ...bundleShape, kind: z.literal('zip') });

export const manifestLineSchema = z.discriminatedUnion('kind', [
  madeSchema,
  z.object({
    ...jobShape,
    ...askedShape,
    kind: z.literal('refused'),
    /** Could not be removed. */
    older: z.array(olderSchema).optional(),
  }),
  // A row whose id could not be read has no job.
  z
    .object({
      ...jobShape,
      ...askedShape,
      kind: z.literal('failed'),
      /** Still lying there. */
      older: z.array(olderSchema).optional(),
    })
    .partial({ job: true, input: true }),
  purgedSchema,
  combinedSchema,
  zipSchema,
]);
export type ManifestLine = z.infer<typeof manifestLineSchema>;
export type MadeLine = z.infer<typeof madeSchema>;
export type BundleLine = z.infer<typeof combinedSchema> | z.infer<typeof zipSchema>;

export function isBundle(line: ManifestLine): line is BundleLine {
  return line.kind === 'combined' || line.kind === 'zip';
}

/** What the last line of a job says, as far as a later run needs it: kept for every job, so it is small. */
export interface KnownJob {
  readonly kind: 'made' | 'refused' | 'failed' | 'purged';
  readonly at: string;
  readonly input?: string;
  readonly file?: string;
  /** Further names of the same bytes. */
  readonly also?: readonly string[];
  readonly bytes?: number;
  readonly pages?: number;
  readonly mtimeMs?: number;
  /** Its files that a later line did not put another file in place of, but for `file` and `also`; they may be gone by now. */
  readonly older?: readonly OlderSheet[];
}
