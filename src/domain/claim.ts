/** One entry of the claim ledger -> a checked claim: what was said, whether it holds, and what to print. */

import { z } from 'zod';
import { SourceKey } from './source.ts';

export const ClaimId = z.string().regex(/^[A-Z]+-\d{2}$/);

const Sources = z.array(SourceKey).min(1);

/** A claim found in at least one seed article. */
export const SeedClaim = z
  .strictObject({
    section: z.enum([
      'definition',
      'symptoms',
      'causes',
      'home-care',
      'medical-treatment',
      'prevention',
      'routine-care',
      'same-day',
      'emergency',
    ]),
    claim: z.string().min(1),
    verdict: z.enum(['sound', 'caveat', 'conflict', 'unsafe']),
    /** Whom it concerns, in words; starts with `none` when no patient should see it as stated. */
    applies: z.string().min(1),
    /** What to print, or the correction; may be absent only from a sound claim. */
    print: z.string().min(1).optional(),
    seeds: z.array(z.string().regex(/^\d{3}$/)).min(1),
    sources: Sources,
  })
  .refine((claim) => claim.verdict === 'sound' || claim.print !== undefined, {
    path: ['print'],
    error: 'a claim that is not sound needs `print`: what to print instead',
  });
export type SeedClaim = z.infer<typeof SeedClaim>;

/** Needed content that no seed article has. */
export const GapClaim = z.strictObject({
  section: z.literal('gap'),
  claim: z.string().min(1),
  verdict: z.literal('gap'),
  sources: Sources,
});
export type GapClaim = z.infer<typeof GapClaim>;

export const Claim = z.discriminatedUnion('section', [SeedClaim, GapClaim]);
export type Claim = z.infer<typeof Claim>;

/** Claim id -> claim. */
export const ClaimLedger = z.record(ClaimId, Claim);
export type ClaimLedger = z.infer<typeof ClaimLedger>;
