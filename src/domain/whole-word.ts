/** A text and a word or phrase -> where the text has it as whole words, in any case, singular or plural, with a space, a hyphen or neither: `ice` is not in `rice`. */

export function mentions(text: string, words: string): boolean {
  return finderOf(words)(text, text.toLowerCase()).length > 0;
}

interface Mention {
  readonly at: number;
  readonly end: number;
}

/** Every mention. `lower`: the text in small letters, made once for many words. */
export type WordFinder = (text: string, lower: string) => readonly Mention[];

const finders = new Map<string, WordFinder>();
const nowhere: readonly Mention[] = [];

/** Hundreds of names are looked for in every sentence: each finder is made once, and most texts are told apart without an expression. */
export function finderOf(words: string): WordFinder {
  const known = finders.get(words);
  if (known !== undefined) return known;
  const parts = words.split(/[\s-]+/).map((part) => part.toLowerCase());
  const [only] = parts;
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s-]*');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:e?s)?(?![\\p{L}\\p{N}])`, 'giu');
  const expressed: WordFinder = (text, lower) =>
    parts.every((part) => lower.includes(part))
      ? [...text.matchAll(whole)].map((match) => ({ at: match.index, end: match.index + match[0].length }))
      : nowhere;
  const plain = parts.length === 1 && only !== undefined && /^[a-z0-9']+$/.test(only);
  // A letter that changes its length in small letters would put every place after it wrong.
  const made: WordFinder = plain
    ? (text, lower) => (text.length === lower.length ? wordIn(only, lower) : expressed(text, lower))
    : expressed;
  finders.set(words, made);
  return made;
}

function wordIn(word: string, lower: string): readonly Mention[] {
  let at = lower.indexOf(word);
  if (at < 0) return nowhere;
  const found: Mention[] = [];
  for (; at >= 0; at = lower.indexOf(word, at + 1)) {
    const end = at + word.length;
    const stop = [end, end + 1, end + 2].find(
      (each, plural) => ['', 's', 'es'][plural] === lower.slice(end, each) && !goesOn(lower, each),
    );
    if (stop !== undefined && (at === 0 || !goesOn(lower, at - 1))) found.push({ at, end: stop });
  }
  return found;
}

/** Whether a letter or a digit stands at the place. */
function goesOn(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return false;
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
  return /[\p{L}\p{N}\p{Cs}]/u.test(text.charAt(at));
}
