/** A text and a word or phrase -> where the text has it as whole words, in any case, singular or plural, with a space, a hyphen or neither: `ice` is not in `rice`. */

export function mentions(text: string, words: string): boolean {
  return firstMention(text, words) >= 0;
}

/** The place of the first mention; -1 when there is none. */
export function firstMention(text: string, words: string): number {
  const parts = words.split(/[\s-]+/);
  const [first = ''] = parts;
  // Hundreds of names are looked for in every note: most are told apart without an expression.
  if (!text.toLowerCase().includes(first.toLowerCase())) return -1;
  return wholeWords(parts).exec(text)?.index ?? -1;
}

const expressions = new Map<string, RegExp>();

function wholeWords(parts: readonly string[]): RegExp {
  const key = parts.join(' ');
  const known = expressions.get(key);
  if (known !== undefined) return known;
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s-]*');
  const made = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:e?s)?(?![\\p{L}\\p{N}])`, 'iu');
  expressions.set(key, made);
  return made;
}
