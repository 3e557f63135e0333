/** A text and a word or phrase -> whether the text has it as whole words, in any case: `ice` is not in `rice`. */

export function mentions(text: string, words: string): boolean {
  const [first = ''] = words.split(' ');
  // Hundreds of names are looked for in every note: most are told apart without an expression.
  if (!text.toLowerCase().includes(first.toLowerCase())) return false;
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}
