/** The texts of a sheet -> where it speaks of the reader instead of to the reader, and where it leaves a sum to do. */

import type { LanguagePlainWords } from '../domain/plain-words.ts';
import type { PrintedText } from '../domain/printed-texts.ts';
import type { TextFinding, TextRule } from '../domain/text-report.ts';
import { mentions } from '../domain/whole-word.ts';
import { sentencesOf } from './counted-sentences.ts';

export function phraseFindings(
  texts: readonly PrintedText[],
  language: string,
  words: Pick<LanguagePlainWords, 'third_person' | 'sums'>,
): TextFinding[] {
  const rules: readonly { rule: TextRule; phrases: readonly string[]; says: string; hint: string }[] = [
    {
      rule: 'third-person',
      phrases: words.third_person,
      says: 'speaks of the reader, not to the reader',
      hint: 'Say "you", or tell what to do: "Walk", "Call us"',
    },
    {
      rule: 'sums',
      phrases: words.sums,
      says: 'leaves a sum to the reader',
      hint: 'Do the sum, and print what comes out',
    },
  ];
  return texts
    .filter(({ kind }) => kind !== 'alt')
    .flatMap(({ part, text }) =>
      sentencesOf(text, language).flatMap((sentence) =>
        rules.flatMap(({ rule, phrases, says, hint }): TextFinding[] => {
          const phrase = phrases.find((each) => mentions(sentence, each));
          if (phrase === undefined) return [];
          return [{ rule, severity: 'warning', part, words: sentence, message: `"${phrase}" ${says}`, hint }];
        }),
      ),
    );
}
