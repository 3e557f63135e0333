/** A word or phrase -> the expression that finds it as whole words, in any case: `ice` is not in `rice`. */

const found = new Map<string, RegExp>();

export function wholeWord(words: string): RegExp {
  const known = found.get(words);
  if (known !== undefined) return known;
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
  const expression = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu');
  found.set(words, expression);
  return expression;
}
