/** A topic and the order that was asked for -> the topic with its blocks in that order; what may not be moved stays in its place. */

import type { TopicContent } from '../domain/content.ts';
import { isOptional } from '../domain/optional-part.ts';
import type { Block } from '../domain/topic.ts';

/**
 * Parts named in `order` trade places with each other within their section. The blocks of one slot move together: their
 * own order says which of them shows.
 */
export function arrangedTopic(topic: TopicContent, order: readonly string[]): TopicContent {
  return order.length === 0 ? topic : { ...topic, blocks: arranged(topic.blocks, order) };
}

function arranged(blocks: readonly Block[], order: readonly string[]): Block[] {
  const unitOf = ({ id, section, slot }: Block) => `${section} ${slot ?? id}`;
  const fixed = new Set(blocks.filter((block) => !isOptional(block)).map(unitOf));
  const rank = new Map<string, number>();
  for (const [place, id] of order.entries()) {
    const block = blocks.find((each) => each.id === id);
    if (block === undefined || fixed.has(unitOf(block)) || rank.has(unitOf(block))) continue;
    rank.set(unitOf(block), place);
  }
  const moved = (section: string) =>
    blocks
      .filter((block) => block.section === section && rank.has(unitOf(block)))
      .sort((a, b) => (rank.get(unitOf(a)) ?? 0) - (rank.get(unitOf(b)) ?? 0));
  const places = new Map([...new Set(blocks.map(({ section }) => section))].map((id) => [id, moved(id)]));
  return blocks.map((block) =>
    rank.has(unitOf(block)) ? (places.get(block.section)?.shift() ?? block) : block,
  );
}
