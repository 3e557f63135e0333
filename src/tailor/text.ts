/** A text with `**bold**` and `{terms}` -> a line of runs, every term filled in. */

import type { Line, Run } from '../domain/handout.ts';

/** Term to words; `{name_cap}` gives the same words with a capital. */
export type Terms = ReadonlyMap<string, string>;

const term = /\{([a-z_]+)\}/g;

/** Names of the terms that a text uses, without `_cap`. */
export function termsIn(text: string): string[] {
  return [...text.matchAll(term)].map((match) => (match[1] ?? '').replace(/_cap$/, ''));
}

/** Fills in terms; one that is not known stays visible, which the content check forbids beforehand. */
export function fillTerms(text: string, terms: Terms): string {
  return text.replace(term, (whole, name: string) => {
    const plain = terms.get(name);
    if (plain !== undefined) return plain;
    const words = name.endsWith('_cap') ? terms.get(name.slice(0, -4)) : undefined;
    return words === undefined ? whole : capitalised(words);
  });
}

/** Marks are read before terms are filled in, so that a name or a note can't bring marks of its own. */
export function lineOf(text: string, terms: Terms): Line {
  return text
    .split('**')
    .map((part, index): Run => ({ text: fillTerms(part, terms), strong: index % 2 === 1 }))
    .filter((run) => run.text !== '');
}

/** The line's words without marks. */
export function plainText(line: Line): string {
  return line.map((run) => run.text).join('');
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Joins a condition and what follows it: the first word goes on in small letters, unless it is an abbreviation. */
export function continued(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
