/** A block of a topic, on the page or not -> how its words begin, as staff see it called. */

import type { Content, TopicContent } from '../../domain/content.ts';
import type { Block } from '../../domain/topic.ts';
import type { StaffWords } from './words.ts';

export function partName(
  { id }: Block,
  content: Content,
  topic: TopicContent,
  language: string,
  words: StaffWords,
): string {
  const text = topic.words.get(language)?.blocks[id] ?? content.words.get(language)?.blocks[id];
  const first = typeof text?.text === 'string' ? text.text : text?.text?.[0];
  return words.fill(text?.title ?? first ?? text?.items?.[0] ?? id);
}
