/** Two lists by two hands -> one that holds all of both, each thing once. */

import { canonicalText } from './canonical-text.ts';

/** Those of the second that are word for word in the first count once. */
export function joinedList<T>(first: readonly T[], second: readonly T[]): T[] {
  const known = new Set(first.map(canonicalText));
  return [...first, ...second.filter((entry) => !known.has(canonicalText(entry)))];
}

/** Every key of both, with what is made of the two values. */
export function joinedKeys<T>(
  first: Readonly<Record<string, T>>,
  second: Readonly<Record<string, T>>,
  join: (first: T | undefined, second: T | undefined) => T,
): Record<string, T> {
  const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return Object.fromEntries(keys.map((key) => [key, join(first[key], second[key])]));
}

/** Language tag, say, -> the words of both. */
export function joinedWords(
  first: Readonly<Record<string, string[]>> = {},
  second: Readonly<Record<string, string[]>> = {},
): Record<string, string[]> {
  return joinedKeys(first, second, (ours = [], own = []) => joinedList(ours, own));
}
