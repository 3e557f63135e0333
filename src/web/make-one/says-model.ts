/** The clinician's own words for "ask us" lines -> their fields in the form, each named by its line. */

import type { Content, TopicContent } from '../../domain/content.ts';
import type { Facts } from '../../domain/trace.ts';
import type { Answers } from './answers.ts';
import { askLines } from './ask-lines.ts';
import { partName } from './part-name.ts';
import { shortened } from './printed-parts.ts';
import type { StaffWords } from './words.ts';

export interface SaysModel {
  /** Of the resource. */
  readonly id: string;
  readonly text: string;
  readonly title: string;
  /** The sheet has no such line now. */
  readonly lapsed: boolean;
}

export function saysModel(
  content: Content,
  topic: TopicContent,
  { says, language }: Answers,
  facts: Facts,
  words: StaffWords,
): SaysModel[] {
  const lines = askLines(content.rulebook, topic, facts);
  return Object.entries(says).flatMap(([id, text]) => {
    const block = topic.blocks.find(({ resource, level }) => resource === id && level === 'ask');
    if (block === undefined) return [];
    const title = shortened(partName(block, content, topic, language, words));
    return [{ id, text, title, lapsed: !lines.has(id) }];
  });
}
