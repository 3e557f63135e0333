/** A file of words -> its entries by name, each with the hash by which a translation knows it. */

import { createHash } from 'node:crypto';
import { canonicalText } from '../domain/canonical-text.ts';
import type { SharedWords, TopicWords } from '../domain/words.ts';

/** Maps whose every entry is translated by itself. */
const maps = ['labels', 'sections', 'factors', 'signs', 'blocks', 'figures'] as const;
const singles = ['title', 'purpose'] as const;

/** `blocks.heat.ok` -> 8 hex digits over the words, terms unfilled. A changed comment or order of keys makes no other hash. */
export function sourceEntries(words: SharedWords | TopicWords): Map<string, string> {
  const record: Readonly<Record<string, unknown>> = { ...words };
  const entries: [string, string][] = [];
  for (const map of maps) {
    const inside = record[map];
    if (typeof inside !== 'object' || inside === null) continue;
    for (const [key, value] of Object.entries(inside)) entries.push([`${map}.${key}`, hashOf(value)]);
  }
  for (const single of singles) {
    if (typeof record[single] === 'string') entries.push([single, hashOf(record[single])]);
  }
  return new Map(entries);
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalText(value)).digest('hex').slice(0, 8);
}
