/** The texts of a sheet -> the numbers that few readers can picture: percentages, odds, ratios, decimals, "1 in 5". */

import type { LanguagePlainWords } from '../domain/plain-words.ts';
import type { PrintedText } from '../domain/printed-texts.ts';
import type { TextFinding } from '../domain/text-report.ts';
import { mentions } from '../domain/whole-word.ts';
import { sentencesOf } from './counted-sentences.ts';
import { baseOf } from './spoken-words.ts';

interface HardNumber {
  readonly name: string;
  readonly pattern: RegExp;
  /** Clear all the same beside a plain word such as "most". */
  readonly eased: boolean;
  readonly severity: 'error' | 'warning';
  readonly hint: string;
}

const outOfTen = 'Say it in words, or out of 10: "most people", "5 out of 10 people"';

const everywhere: readonly HardNumber[] = [
  {
    name: 'A percentage',
    pattern: /\p{Nd}\s*(?:[%٪％]|per ?cent\b|por ciento)/iu,
    eased: false,
    severity: 'error',
    hint: outOfTen,
  },
  {
    name: 'A ratio',
    // 10:30 is a time of the day, and has two digits behind the colon.
    pattern: /(?<![\p{Nd}:])\p{Nd}+\s?:\s?(?:\p{Nd}|\p{Nd}{3,})(?![\p{Nd}:])/u,
    eased: false,
    severity: 'error',
    hint: outOfTen,
  },
  {
    name: 'A decimal',
    // 1,000 has three digits behind the comma, 555.123.4567 more points, and 10.30 am is a time.
    pattern: /(?<![\p{Nd}.,])\p{Nd}+[.,٫]\p{Nd}{1,2}(?![\p{Nd}]|[.,]\p{Nd}|\s?[ap]\.?m\b)/iu,
    eased: false,
    severity: 'warning',
    hint: 'Round it to a whole number, or give the amount that the reader takes',
  },
  {
    name: 'A fraction',
    pattern: /[¼½¾⅓⅔]|(?<![\p{Nd}/])[1-9]\/[2-9](?![\p{Nd}/])/u,
    eased: false,
    severity: 'warning',
    hint: 'Write it in words: "half"',
  },
];

/** "4 in 5 people"; "5 in 10 minutes" is no chance. "5 out of 10" is what a reader can picture. */
const chances: Readonly<Record<string, RegExp>> = {
  en: /\b(?:\d+|one|two|three|four|five|nine)\s+(?:in|out of)\s+(?:every\s+)?(?!10\b|ten\b|100\b)(?:\d+|two|three|four|five|six|seven|eight|nine|twenty|a hundred|a thousand)\b(?!\s+(?:second|minute|hour|day|night|week|month|year|time|step|piece)s?\b)/i,
  es: /(?<!\p{L})(?:\d+|un[oa]?|dos|tres|cuatro|cinco|nueve)\s+de\s+cada\s+(?!10\b|diez\b|100\b|cien\b)(?:\d+|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|veinte|mil)/iu,
};

export function numberFindings(
  texts: readonly PrintedText[],
  language: string,
  words: Pick<LanguagePlainWords, 'odds' | 'how_often'>,
): TextFinding[] {
  const chance = chances[baseOf(language)];
  const hard: readonly HardNumber[] = [
    ...everywhere,
    ...(chance === undefined
      ? []
      : [{ name: 'A chance', pattern: chance, eased: true, severity: 'warning', hint: outOfTen } as const]),
  ];
  return texts.flatMap(({ part, text }) =>
    sentencesOf(text, language).flatMap((sentence) => {
      const eased = words.how_often.some((plain) => mentions(sentence, plain));
      const odds = words.odds.find((phrase) => mentions(sentence, phrase));
      return [
        ...hard
          .filter((each) => each.pattern.test(sentence) && !(each.eased && eased))
          .map(({ name, severity, hint }) => ({
            message: `${name} that is hard to picture`,
            severity,
            hint,
          })),
        ...(odds === undefined
          ? []
          : [{ message: `"${odds}" is hard to picture`, severity: 'error', hint: outOfTen } as const]),
      ].map((found): TextFinding => ({ rule: 'hard-number', part, words: sentence, ...found }));
    }),
  );
}
