/** A topic and what the clinician left out, put in or moved -> the topic to tailor from; what is not optional stays as it is. */

import type { TopicContent } from '../../domain/content.ts';
import type { Block } from '../../domain/topic.ts';

export interface PageChanges {
  readonly out: readonly string[];
  readonly put: readonly string[];
  /** Blocks in the order that was asked for, among those of their own section. */
  readonly order: readonly string[];
}

/** Only what the page may leave out for room, and never a text that is there for somebody's safety. */
export function isOptional(block: Block): boolean {
  const told = block.level === undefined || block.level === 'ok';
  return (
    block.drop !== undefined &&
    told &&
    block.warns.length === 0 &&
    block.section !== 'notes' &&
    block.section !== 'medicine'
  );
}

export function changedTopic(topic: TopicContent, { out, put, order }: PageChanges): TopicContent {
  const optional = new Set(topic.blocks.filter(isOptional).map(({ id }) => id));
  const gone = new Set(out.filter((id) => optional.has(id)));
  // Of the blocks of one slot only one shows: with it goes the one that would step into its place.
  const slots = new Set(
    topic.blocks.flatMap(({ id, slot }) => (slot !== undefined && gone.has(id) ? [slot] : [])),
  );
  const stays = (block: Block) =>
    !gone.has(block.id) && !(block.slot !== undefined && slots.has(block.slot) && isOptional(block));
  const wanted = new Set(put.filter((id) => optional.has(id)));
  const blocks = topic.blocks.filter(stays).map((block) => {
    if (!wanted.has(block.id)) return block;
    const { drop: _never, ...kept } = block;
    return kept;
  });
  return {
    ...topic,
    blocks: reordered(
      blocks,
      order.filter((id) => optional.has(id)),
    ),
  };
}

/**
 * Parts named in `order` trade places with each other within their section; all others stand where they stood. The blocks
 * of one slot move together: their own order says which of them shows.
 */
function reordered(blocks: readonly Block[], order: readonly string[]): Block[] {
  const unitOf = ({ id, section, slot }: Block) => `${section} ${slot ?? id}`;
  const rank = new Map<string, number>();
  for (const [place, id] of order.entries()) {
    const block = blocks.find((each) => each.id === id);
    if (block !== undefined && !rank.has(unitOf(block))) rank.set(unitOf(block), place);
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
