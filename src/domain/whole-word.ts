/** A text and a word or phrase -> where the text has it as whole words, in any case, singular or plural, with a space, a hyphen or neither: `ice` is not in `rice`. */

export function mentions(text: string, words: string): boolean {
  return finderOf(words)(text, text.toLowerCase()).length > 0;
}

/** Every mention. `lower`: the text in small letters, made once for many words. */
export type WordFinder = (
  text: string,
  lower: string,
) => readonly { readonly at: number; readonly end: number }[];

const finders = new Map<string, WordFinder>();
const nowhere: ReturnType<WordFinder> = [];

/** Hundreds of names are looked for in every sentence: most are told apart without an expression, and each is made once. */
export function finderOf(words: string): WordFinder {
  const known = finders.get(words);
  if (known !== undefined) return known;
  const parts = words.split(/[\s-]+/);
  // The longest part is the rarest.
  const telling = parts.reduce((a, b) => (b.length > a.length ? b : a), '').toLowerCase();
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s-]*');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:e?s)?(?![\\p{L}\\p{N}])`, 'giu');
  const made: WordFinder = (text, lower) =>
    lower.includes(telling)
      ? [...text.matchAll(whole)].map((match) => ({ at: match.index, end: match.index + match[0].length }))
      : nowhere;
  finders.set(words, made);
  return made;
}
