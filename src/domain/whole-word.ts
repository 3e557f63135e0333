/** A text and a word or phrase -> whether the text has it as whole words, in any case, singular or plural, with a space, a hyphen or neither: `ice` is not in `rice`. */

export function mentions(text: string, words: string): boolean {
  const parts = words.split(/[\s-]+/);
  const [first = ''] = parts;
  // Hundreds of names are looked for in every note: most are told apart without an expression.
  if (!text.toLowerCase().includes(first.toLowerCase())) return false;
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s-]*');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:e?s)?(?![\\p{L}\\p{N}])`, 'iu').test(text);
}
