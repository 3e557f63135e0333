/** A topic in a language -> the hash of every text that its sheets can print: an answer about the text counts while it stays the same. */

import { createHash } from 'node:crypto';
import type { Content, TopicContent } from '../domain/content.ts';
import { textsIn } from '../read/link-words.ts';

export function textHash({ words }: Content, topic: TopicContent, language: string): string {
  const shared = words.get(language);
  const own = topic.words.get(language);
  const figures = new Set(topic.blocks.flatMap((block) => block.figures));
  const printed = [
    own?.title,
    own?.purpose,
    shared?.labels,
    shared?.sections,
    shared?.signs,
    // The question is asked of staff.
    Object.values(shared?.factors ?? {}).map(({ label, because, tags }) => [label, because, tags]),
    topic.blocks.map(({ id }) => own?.blocks[id] ?? shared?.blocks[id]),
    [...figures].map((id) => shared?.figures[id]),
  ];
  const texts = [...new Set(textsIn(printed).map(({ text }) => text))].sort();
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
}
