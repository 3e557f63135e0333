/** `--override-review` and `--reason` -> who answers for an overdue text and why; and a refusal -> its lines. */

import type { ReviewOverride } from '../domain/handout-record.ts';
import type { Refusal } from '../domain/trace.ts';
import { BadUsage } from './bad-usage.ts';
import { writtenText } from './written-text.ts';

export interface OverrideFlags {
  readonly overrideReview?: string | undefined;
  readonly reason?: string | undefined;
}

/** A name alone says nothing that could be looked into later. */
export function overrideOf(flags: OverrideFlags): ReviewOverride | undefined {
  if (flags.overrideReview === undefined && flags.reason === undefined) return undefined;
  const by = writtenText('--override-review', flags.overrideReview);
  const reason = writtenText('--reason', flags.reason);
  if (by === undefined || reason === undefined)
    throw new BadUsage(
      '--override-review NAME and --reason TEXT go together',
      'Say who answers for it, and why it must go out now',
    );
  return { by, reason };
}

export function refusalText(refusal: Refusal): string {
  return ['', 'STOP', ...refusal.lines.map((line) => `  ${line}`), ''].join('\n');
}
