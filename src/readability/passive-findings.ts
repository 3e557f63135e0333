/** The texts of a sheet -> the sentences that hide who does what: English and Spanish passives. */

import type { PrintedText } from '../domain/printed-texts.ts';
import type { TextFinding } from '../domain/text-report.ts';
import { sentencesOf } from './counted-sentences.ts';
import { englishAdvice } from './english-advice.ts';
import { baseOf } from './spoken-words.ts';

/** The library knows the irregular participles; the regular ones are found by their ending. */
const regularEnglish =
  /\b(?:am|is|are|was|were|be|been|being)\s+(?:(?:not|never|often|always|also|already|now|being|\w+ly)\s+)*(\w{2,}ed)\b/giu;
const endsLikeOne = /^(?:red|bed|need|seed|speed|indeed|feed|bleed|exceed|hundred|naked|sacred|wicked)$/i;

const spanish =
  /(?<!\p{L})(?:es|son|fue|fueron|era|eran|será|serán|sea|sean|ser|sido|siendo)\s+(?:\p{L}+mente\s+)?(\p{L}{2,}(?:ad|id)[oa]s?|hech[oa]s?|dich[oa]s?|puest[oa]s?|vist[oa]s?|escrit[oa]s?)(?!\p{L})/giu;

export function passiveFindings(
  texts: readonly PrintedText[],
  language: string,
  notPassive: readonly string[],
): TextFinding[] {
  const find = finders[baseOf(language)];
  if (find === undefined) return [];
  const adjectives = new Set(notPassive.map((word) => word.toLowerCase()));
  return texts
    .filter(({ kind }) => kind !== 'alt')
    .flatMap(({ part, text }) =>
      sentencesOf(text, language).flatMap((sentence): TextFinding[] => {
        const [found] = find(sentence).filter((word) => !adjectives.has(word.toLowerCase()));
        if (found === undefined) return [];
        return [
          {
            rule: 'passive-voice',
            severity: 'warning',
            part,
            words: sentence,
            message: `Passive voice: "${found}" does not say who does it`,
            hint: 'Say who does it: "you", "we", "your clinic"',
          },
        ];
      }),
    );
}

const finders: Readonly<Record<string, (sentence: string) => string[]>> = {
  en: (sentence) => [
    ...englishAdvice(sentence).passives,
    ...participles(sentence, regularEnglish).filter((word) => !endsLikeOne.test(word)),
  ],
  es: (sentence) => participles(sentence, spanish),
};

function participles(sentence: string, pattern: RegExp): string[] {
  return [...sentence.matchAll(pattern)].map((match) => match[1] ?? '');
}
