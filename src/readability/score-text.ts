/** The texts of a sheet -> its reading scores: US grades for English, ease for Spanish, lengths for every language. */

import { fleschKincaid } from 'flesch-kincaid';
import { smogFormula } from 'smog-formula';
import { syllable } from 'syllable';
import type { PrintedText } from '../domain/printed-texts.ts';
import type { ReadingScores } from '../domain/text-report.ts';
import { countedSentences } from './counted-sentences.ts';
import { spanishSyllables } from './spanish-syllables.ts';
import { type Aloud, baseOf, spokenWords } from './spoken-words.ts';

/** Below this, SMOG says nothing; up to thirty it is scaled, which the formula of the library does by itself. */
const fewestForSmog = 10;

export function scoreText(texts: readonly PrintedText[], language: string, aloud: Aloud = {}): ReadingScores {
  const { plain, withLeadIns } = countedSentences(texts, language, aloud);
  const words = plain.flatMap((sentence) => spokenWords(sentence, language));
  const lengths = {
    sentences: plain.length,
    words: words.length,
    wordsPerSentence: ratio(words.length, plain.length),
    lettersPerWord: ratio(words.join('').match(/\p{L}/gu)?.length ?? 0, words.length),
  };
  if (words.length === 0) return lengths;
  if (baseOf(language) === 'en') {
    const syllables = total(words, englishSyllables);
    const grade = fleschKincaid({ sentence: plain.length, word: words.length, syllable: syllables });
    return { ...lengths, fleschKincaid: grade, ...smogOf(withLeadIns) };
  }
  if (baseOf(language) === 'es') {
    const perWord = total(words, spanishSyllables) / words.length;
    return {
      ...lengths,
      // As corrected: 1.02 goes with words per sentence, not with sentences per hundred words.
      fernandezHuerta: 206.84 - 60 * perWord - 1.02 * lengths.wordsPerSentence,
      inflesz: 206.835 - 62.3 * perWord - lengths.wordsPerSentence,
    };
  }
  return lengths;
}

/** The words of sheets are some thousand, and most stand on all of them: counting is most of the work. */
const counts = new Map<string, number>();
const mostCounted = 10_000;

/** A hyphenated word is one word, with the syllables of all its parts. */
export function englishSyllables(word: string): number {
  const known = counts.get(word);
  if (known !== undefined) return known;
  const count = Math.max(1, total(word.split(/[-‐‑–]/), syllable));
  if (counts.size >= mostCounted) counts.clear();
  counts.set(word, count);
  return count;
}

function smogOf(sentences: readonly string[]): { smog?: number } {
  if (sentences.length < fewestForSmog) return {};
  const words = sentences.flatMap((sentence) => spokenWords(sentence, 'en'));
  const long = words.filter((word) => englishSyllables(word) >= 3);
  return { smog: smogFormula({ sentence: sentences.length, polysillabicWord: long.length }) };
}

function total(words: readonly string[], count: (word: string) => number): number {
  return words.reduce((sum, word) => sum + count(word), 0);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
