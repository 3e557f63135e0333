/** The list of withdrawn topics, a topic and a language -> the refusal that says why no sheet is made of it. */

import type { Refusal } from '../domain/trace.ts';
import { type Withdrawal, withdrawalOf } from '../domain/withdrawn.ts';

export function withdrawnRefusal(
  withdrawn: readonly Withdrawal[],
  topic: string,
  language: string,
): Refusal | undefined {
  const found = withdrawalOf(withdrawn, topic, language);
  if (found === undefined) return undefined;
  const by = found.by === undefined ? '' : ` by ${found.by}`;
  return {
    code: 'withdrawn',
    care: 'review',
    lines: [
      `The topic ${topic} was withdrawn on ${found.date}${by}: ${found.reason}`,
      'Sheets that went out before are listed by `handout recall`.',
      'No handout was printed.',
    ],
  };
}
