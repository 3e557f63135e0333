/** The texts of a sheet and the words that have a plainer one -> where a plain word should stand instead. */

import type { PrintedText } from '../domain/printed-texts.ts';
import type { TextFinding } from '../domain/text-report.ts';
import { mentions } from '../domain/whole-word.ts';
import { sentencesOf } from './counted-sentences.ts';
import { englishAdvice } from './english-advice.ts';
import { baseOf } from './spoken-words.ts';

/** Alternative text too: who hears the sheet needs the same words. */
export function jargonFindings(
  texts: readonly PrintedText[],
  language: string,
  jargon: Readonly<Record<string, string>>,
): TextFinding[] {
  return texts.flatMap(({ part, text }) =>
    sentencesOf(text, language).flatMap((sentence) => {
      const listed = Object.entries(jargon).filter(([hard]) => mentions(sentence, hard));
      const simpler = baseOf(language) === 'en' ? englishAdvice(sentence).simpler : [];
      const found = [
        ...listed.map(([hard, plain]) => ({ hard, plain })),
        ...simpler
          .filter(({ words }) => !listed.some(([hard]) => mentions(words, hard)))
          .map(({ words, instead }) => ({ hard: words, plain: instead.join(', ') })),
      ];
      return found.map(({ hard, plain }): TextFinding => {
        const hint = plain === '' ? 'Leave it out' : `Write: ${plain}`;
        const message = `"${hard}" has a plainer word`;
        return { rule: 'jargon', severity: 'warning', part, words: sentence, message, hint };
      });
    }),
  );
}
