/** A topic and the facts -> the resources under whose "ask us" line the clinician may write an answer, each with its block. */

import type { TopicContent } from '../../domain/content.ts';
import type { Rulebook } from '../../domain/rulebook.ts';
import type { Block } from '../../domain/topic.ts';
import type { Facts } from '../../domain/trace.ts';
import { decideLevels } from '../../tailor/levels.ts';

export function askLines(
  rulebook: Rulebook,
  { blocks }: TopicContent,
  facts: Facts,
): ReadonlyMap<string, Block> {
  const levels = decideLevels(rulebook, facts);
  return new Map(
    blocks.flatMap((block): [string, Block][] =>
      block.resource !== undefined && block.level === 'ask' && levels.get(block.resource)?.level === 'ask'
        ? [[block.resource, block]]
        : [],
    ),
  );
}
