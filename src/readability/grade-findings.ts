/** A sheet's scores and texts -> what to mend when the sheet as a whole is too hard, with the words that make it so. */

import type { PrintedText } from '../domain/printed-texts.ts';
import type { ReadingScores, TextFinding, TextRule } from '../domain/text-report.ts';
import { countedSentences } from './counted-sentences.ts';
import { englishSyllables } from './score-text.ts';
import { spanishSyllables } from './spanish-syllables.ts';
import { type Aloud, baseOf, spokenWords } from './spoken-words.ts';

interface Limit {
  readonly rule: TextRule;
  readonly score: keyof ReadingScores;
  readonly name: string;
  readonly target: string;
  /** Harder than this is a warning ... */
  readonly warn: number;
  /** ... and harder than this an error. */
  readonly error: number;
  /** On a scale of ease, fewer points are harder. */
  readonly ease?: boolean;
}

/** The formulas are made for samples of a hundred words; the grade of less is chance. */
const fewestWords = 100;

/** On the Spanish scale of Fernandez Huerta 80 to 90 is fifth grade and 70 to 80 sixth; on INFLESZ 65 and up is fairly easy. */
const limits: readonly Limit[] = [
  {
    rule: 'reading-grade',
    score: 'fleschKincaid',
    name: 'Flesch-Kincaid grade',
    target: '5 or less',
    warn: 5,
    error: 6,
  },
  { rule: 'smog', score: 'smog', name: 'SMOG grade', target: '8 or less', warn: 8, error: 10 },
  {
    rule: 'reading-grade',
    score: 'fernandezHuerta',
    name: 'Fernandez Huerta ease',
    target: '80 or more',
    warn: 80,
    error: 70,
    ease: true,
  },
  {
    rule: 'reading-grade',
    score: 'inflesz',
    name: 'INFLESZ ease',
    target: '65 or more',
    warn: 65,
    error: 65,
    ease: true,
  },
];

export function gradeFindings(
  scores: ReadingScores,
  texts: readonly PrintedText[],
  language: string,
  aloud: Aloud,
): TextFinding[] {
  if (scores.words < fewestWords) return [];
  return limits.flatMap(({ rule, score, name, target, warn, error, ease = false }): TextFinding[] => {
    const value = scores[score];
    if (value === undefined) return [];
    const isPast = (limit: number) => (ease ? value < limit : value > limit);
    if (!isPast(warn)) return [];
    const shown = `${name} ${value.toFixed(1)}`;
    const severity = isPast(error) ? 'error' : 'warning';
    return [
      {
        rule,
        severity,
        part: 'sheet',
        words: shown,
        message: `The whole sheet is too hard to read: ${shown}; the target is ${target}`,
        hint: rule === 'smog' ? longWordsHint(texts, language, aloud) : hardestHint(texts, language, aloud),
      },
    ];
  });
}

function longWordsHint(texts: readonly PrintedText[], language: string, aloud: Aloud): string {
  const counts = new Map<string, number>();
  for (const sentence of countedSentences(texts, language, aloud).withLeadIns) {
    for (const word of spokenWords(sentence, language).map((each) => each.toLowerCase())) {
      if (englishSyllables(word) >= 3) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, 8);
  return `Replace words of three syllables or more; most often: ${most.map(([word, n]) => `${word} (${n})`).join(', ')}`;
}

/** Short pieces are left aside: the score of three words is chance. */
function hardestHint(texts: readonly PrintedText[], language: string, aloud: Aloud): string {
  const syllables = baseOf(language) === 'es' ? spanishSyllables : englishSyllables;
  const scored = countedSentences(texts, language, aloud).plain.flatMap((sentence) => {
    const words = spokenWords(sentence, language);
    if (words.length < 5) return [];
    const perWord = words.reduce((sum, word) => sum + syllables(word), 0) / words.length;
    return [{ sentence, weight: 0.39 * words.length + 11.8 * perWord }];
  });
  const hardest = scored.sort((a, b) => b.weight - a.weight).slice(0, 3);
  return `Start with the hardest sentences: ${hardest.map(({ sentence }) => `"${sentence}"`).join(' ')}`;
}
