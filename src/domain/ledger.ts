/** What became of each claim: printed (where), corrected (to what), dropped (why); and of each gap: filled (where). */

import { z } from 'zod';
import { ClaimId } from './claim.ts';
import { SourceKey } from './source.ts';

/**
 * Part -> the words there that rest on the claim, quoted from the source language; `*` is all of them. A part is a
 * shared block (`heat.ok`), a topic's own block (`back-muscle-spasm/key.better`) or a sign (`E1`).
 */
const placesSchema = z
  .record(z.string(), z.union([z.literal('*'), z.array(z.string().min(3)).min(1)]))
  .refine((places) => Object.keys(places).length > 0, 'say where: a part and its words');

const entrySchema = z.union([
  z.strictObject({ printed: placesSchema }),
  z.strictObject({ corrected: placesSchema }),
  z.strictObject({ filled: placesSchema }),
  z.strictObject({ dropped: z.string().min(10, 'say why, in a sentence') }),
]);
export type LedgerEntry = z.infer<typeof entrySchema>;
type LedgerPlaces = z.infer<typeof placesSchema>;

export const ledgerSchema = z.strictObject({
  claims: z.record(ClaimId, entrySchema),
  /** Part -> words that rest on a source alone, because no claim speaks of them. */
  sources_only: z.record(
    z.string(),
    z.array(z.strictObject({ says: z.string().min(3), sources: z.array(SourceKey).min(1) })).min(1),
  ),
});
export type Ledger = z.infer<typeof ledgerSchema>;

/** Where the claim's words stand; empty when it was dropped. */
export function placesOf(entry: LedgerEntry): LedgerPlaces {
  if ('printed' in entry) return entry.printed;
  if ('corrected' in entry) return entry.corrected;
  return 'filled' in entry ? entry.filled : {};
}
