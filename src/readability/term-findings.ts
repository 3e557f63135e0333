/** The texts of a sheet and the terms that need an explanation -> the terms that this very sheet leaves unexplained. */

import type { LanguagePlainWords } from '../domain/plain-words.ts';
import type { PrintedText, TextKind } from '../domain/printed-texts.ts';
import type { TextFinding } from '../domain/text-report.ts';
import { mentions } from '../domain/whole-word.ts';
import { sentencesOf } from './counted-sentences.ts';

/**
 * A title names what the text under it then tells ("Pelvic tilt", with its steps and picture): only the text must
 * explain. A reason names what the reader has or takes, and so knows.
 */
const notUses: readonly TextKind[] = ['title', 'heading', 'label', 'reason', 'alt'];

/** Explained before its first use, or in the same text. One finding for each term: its first use is where to mend. */
export function termFindings(
  texts: readonly PrintedText[],
  language: string,
  terms: LanguagePlainWords['terms'],
): TextFinding[] {
  const seen = texts.filter(({ kind }) => kind !== 'alt');
  return Object.entries(terms).flatMap(([term, { explained_by, say }]): TextFinding[] => {
    const first = seen.findIndex(({ kind, text }) => !notUses.includes(kind) && mentions(text, term));
    const use = seen[first];
    if (use === undefined) return [];
    const told = seen.slice(0, first + 1);
    if (told.some(({ text }) => explained_by.some((words) => mentions(text, words)))) return [];
    const sentence = sentencesOf(use.text, language).find((each) => mentions(each, term)) ?? use.text;
    return [
      {
        rule: 'unexplained-term',
        severity: 'warning',
        part: use.part,
        words: sentence,
        message: `"${term}" is not explained where the reader first meets it`,
        hint: `Explain it before or right there: ${say}`,
      },
    ];
  });
}
