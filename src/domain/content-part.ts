/** One topic in one language -> all that its text stands on, part by part, as text that only a change of meaning changes. */

import { canonicalText } from './canonical-text.ts';
import type { Content, TopicContent } from './content.ts';
import type { Never } from './never.ts';

/** `block heat.ok`, `sign E1`, `figure cat`: what a reviewer would name. */
export interface ContentPart {
  readonly id: string;
  readonly text: string;
}

/** Printed on every sheet, whatever the blocks name. */
const icons = ['octagon-exclaim', 'octagon-cross', 'circle-question', 'square-check', 'phone'];

/** What all topics of a language share: words of the page, signs, rules, terms. The letterhead is not among it. */
export function sharedParts(content: Content, language: string): ContentPart[] {
  const { rulebook, locale } = content;
  const words = content.words.get(language);
  if (words === undefined) return [];
  const each = (kind: string, all: Readonly<Record<string, unknown>>) =>
    Object.entries(all).map(([id, value]) => part(`${kind} ${id}`, value));
  return [
    ...each('label', words.labels),
    ...each('section', words.sections),
    ...Object.entries(rulebook.factors).map(([id, rule]) =>
      part(`factor ${id}`, { words: words.factors[id], rule }),
    ),
    // Factors and signs are printed in the order of the rulebook.
    part('order of factors', Object.keys(rulebook.factors)),
    ...Object.entries(rulebook.signs).map(([id, rule]) =>
      part(`sign ${id}`, { words: words.signs[id], rule }),
    ),
    part('order of signs', Object.keys(rulebook.signs)),
    part('sign groups', rulebook.sign_groups),
    ...each('resource', rulebook.resources),
    ...each('blocking code', rulebook.blocking_codes),
    part('banned phrases', rulebook.banned_phrases),
    ...each('term', locale.terms),
    part('locale', { tag: locale.tag, emergency_number: locale.emergency_number }),
    ...content.never.flatMap((never, index) => neverParts(never, index, language)),
  ];
}

/** What the topic adds: its title, its blocks in words and structure, its figures and icons. */
export function topicParts(
  { topic, blocks, words }: TopicContent,
  content: Content,
  language: string,
): ContentPart[] {
  const own = words.get(language);
  const shared = content.words.get(language);
  if (own === undefined || shared === undefined) return [];
  const figures = [...new Set(blocks.flatMap((block) => block.figures))];
  return [
    part('page title', own.title),
    part('page purpose', own.purpose),
    part('topic', { codes: topic.codes }),
    ...blocks.map(({ id, ...structure }) =>
      part(`block ${id}`, {
        words: own.blocks[id] ?? shared.blocks[id],
        structure,
        // Printed with a mark, it is not what was approved.
        mark:
          content.marks.get(`${topic.id}/${language}`)?.[id] ?? content.marks.get(`shared/${language}`)?.[id],
      }),
    ),
    part(
      'order of blocks',
      blocks.map(({ id }) => id),
    ),
    ...figures.map((id) =>
      part(`figure ${id}`, { words: shared.figures[id], drawn: content.figures.get(id) }),
    ),
    ...usedIcons(content, blocks).map((id) => part(`icon ${id}`, content.icons[id])),
  ];
}

function part(id: string, value: unknown): ContentPart {
  return { id, text: canonicalText(value) };
}

function usedIcons({ rulebook }: Content, blocks: TopicContent['blocks']): string[] {
  const named = [
    ...blocks.map((block) => block.icon),
    ...Object.values(rulebook.factors).map((rule) => (rule.kind === 'age' ? undefined : rule.icon)),
    ...rulebook.sign_groups.map((group) => group.icon),
  ];
  return [...new Set([...icons, ...named.filter((id) => id !== undefined)])].sort();
}

/** How an entry of a list is called; a key that is not here is a part as a whole, so none is ever left out. */
const entryNames: Readonly<Record<string, string>> = {
  things: 'thing',
  pairs: 'pair',
  apart: 'apart',
  phrases: 'phrase',
  duties: 'duty',
  stated: 'stated',
};

/** Only the words of this language: those of another one say nothing about this text. */
function neverParts(never: Never, index: number, language: string): ContentPart[] {
  const whose = index === 0 ? 'never' : `never (own ${index})`;
  return Object.entries(never)
    .flatMap(([key, held]): ContentPart[] => {
      if (key === 'guards') return [part(`${whose} guards`, never.guards[language])];
      const name = entryNames[key];
      if (name === undefined)
        return [part(`${whose} ${key.replaceAll('_', ' ')}`, inLanguage(held, language))];
      return entriesOf(held).map(([id, rest]) => part(`${whose} ${name} ${id}`, inLanguage(rest, language)));
    })
    .filter(({ text }) => text !== '');
}

/** `[{id: a, ...}]` and `{a: {...}}` alike. */
function entriesOf(held: unknown): [string, unknown][] {
  if (!Array.isArray(held)) return Object.entries(held as object);
  return held.map(({ id, ...rest }: { id: string }) => [id, rest]);
}

function inLanguage(value: unknown, language: string): unknown {
  if (Array.isArray(value)) return value.map((each) => inLanguage(each, language));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, held]): [string, unknown] => [
    key,
    key === 'words' || key === 'patterns' ? held[language] : inLanguage(held, language),
  ]);
  return Object.fromEntries(entries);
}
