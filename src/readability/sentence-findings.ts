/** The texts of a sheet -> the sentences that are too long to take in at once. */

import type { PrintedText, TextKind } from '../domain/printed-texts.ts';
import type { TextFinding } from '../domain/text-report.ts';
import { listedIn, sentencesOf } from './counted-sentences.ts';
import { writtenWords } from './spoken-words.ts';

const longest = 15;
const tooLong = 20;
const notSentences: readonly TextKind[] = ['alt', 'title', 'heading'];

/** An item of a list is measured by itself, without the words that lead in to it. */
export function sentenceFindings(texts: readonly PrintedText[], language: string): TextFinding[] {
  return texts
    .filter(({ kind }) => !notSentences.includes(kind))
    .flatMap(({ part, kind, text }) => {
      const pieces = kind === 'reason' ? listedIn(text) : [text];
      const sentences = pieces.flatMap((piece) => sentencesOf(piece, language));
      return sentences.flatMap((sentence): TextFinding[] => {
        const length = writtenWords(sentence, language).length;
        if (length <= longest) return [];
        return [
          {
            rule: 'long-sentence',
            severity: length > tooLong ? 'error' : 'warning',
            part,
            words: sentence,
            message: `A sentence of ${length} words; ${longest} is the most that a reader takes in at once`,
            hint: 'Make two sentences of it, or a list',
          },
        ];
      });
    });
}
