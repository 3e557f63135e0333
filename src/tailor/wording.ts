/** What every part of a handout is worded with: language, terms, dates, icons and drawings, gathered once. */

import type { Content, TopicContent } from '../domain/content.ts';
import type { Drawing } from '../domain/drawing.ts';
import type { Icon } from '../domain/icon.ts';
import type { TranslationMark } from '../domain/translation.ts';
import type { BlockText, SharedWords, TopicWords } from '../domain/words.ts';
import { type DateWords, dateWords } from './plan-dates.ts';
import type { Terms } from './text.ts';

export interface Wording {
  readonly shared: SharedWords;
  readonly topic: TopicWords;
  readonly terms: Terms;
  readonly dates: DateWords;
  readonly drawings: ReadonlyMap<string, Drawing>;
  text(blockId: string): BlockText;
  icon(id: string | undefined): Icon | undefined;
  /** What is amiss with a block's translation. */
  mark(blockId: string): TranslationMark | undefined;
}

export function wordingOf(
  content: Content,
  topic: TopicContent,
  language: string,
  drawings: ReadonlyMap<string, Drawing>,
  relaxant: string,
): Wording | undefined {
  const shared = content.words.get(language);
  const words = topic.words.get(language);
  if (shared === undefined || words === undefined) return undefined;
  const { clinic, locale } = content;
  const mark = (id: string) =>
    content.marks.get(`${topic.topic.id}/${language}`)?.[id] ?? content.marks.get(`shared/${language}`)?.[id];
  const translation = words.translation ?? shared.translation;
  const terms = new Map<string, string>([
    ['translator', translation?.by ?? ''],
    ['checker', translation?.checked_by ?? ''],
    ...Object.entries(locale.terms),
    ['emergency_number', clinic.emergency_number ?? locale.emergency_number],
    ['phone', clinic.phone],
    ['after_hours', clinic.after_hours],
    ['clinic', clinic.name],
    ['relaxant_name', relaxant],
  ]);
  return {
    shared,
    topic: words,
    terms,
    dates: dateWords(language, locale.tag),
    drawings,
    text: (id) => words.blocks[id] ?? shared.blocks[id] ?? {},
    icon: (id) => (id === undefined ? undefined : content.icons[id]),
    mark,
  };
}
