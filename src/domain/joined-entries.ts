/** Phrases and duties of two lists -> those of both; under one id, the words of both. */

import { canonicalText } from './canonical-text.ts';
import type { Condition } from './condition.ts';
import { joinedWords } from './joined-words.ts';

interface Phrase {
  readonly id: string;
  readonly patterns: Record<string, string[]>;
  readonly even_warned: boolean;
}

interface Duty {
  readonly id: string;
  readonly when?: Condition | undefined;
  readonly no_pill: boolean;
  readonly words: Record<string, string[]>;
}

export function joinedPhrases<T extends Phrase>(ours: readonly T[], own: readonly T[]): T[] {
  const more = new Map(own.map((phrase) => [phrase.id, phrase]));
  const both = ours.map((phrase) => {
    const added = more.get(phrase.id);
    if (added === undefined) return phrase;
    const even_warned = phrase.even_warned || added.even_warned;
    return { ...phrase, even_warned, patterns: joinedWords(phrase.patterns, added.patterns) };
  });
  const known = new Set(ours.map(({ id }) => id));
  return [...both, ...own.filter(({ id }) => !known.has(id))];
}

/**
 * More words for one duty would make it easier to fulfil. So under an id of ours, only words of further languages go
 * to ours; an entry that asks for anything else is one more duty.
 */
export function joinedDuties<T extends Duty>(ours: readonly T[], own: readonly T[]): T[] {
  const more = new Map(own.map((duty) => [duty.id, duty]));
  const known = new Map(ours.map((duty) => [duty.id, duty]));
  const both = ours.map((duty) => ({ ...duty, words: { ...more.get(duty.id)?.words, ...duty.words } }));
  const further = own.flatMap((duty) => {
    const before = known.get(duty.id);
    if (before === undefined) return [duty];
    return onlyTranslates(duty, before) ? [] : [{ ...duty, id: `own-${duty.id}` }];
  });
  return [...both, ...further];
}

function onlyTranslates(own: Duty, ours: Duty): boolean {
  const asks = ({ when, no_pill }: Duty) => canonicalText({ when, no_pill });
  const said = Object.entries(own.words).filter(([tag]) => ours.words[tag] !== undefined);
  if (asks(own) !== asks(ours)) return said.length === 0 && own.when === undefined && !own.no_pill;
  return said.every(([tag, words]) => canonicalText(words) === canonicalText(ours.words[tag]));
}
