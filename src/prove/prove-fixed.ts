/** The words and settings that may not be softened -> each as it was fixed: sign lines word by word, questions, terms, dates, numbers. */

import type { Content } from '../domain/content.ts';
import type { Never } from '../domain/never.ts';
import type { Block } from '../domain/topic.ts';
import { mentions } from '../domain/whole-word.ts';
import type { SharedWords } from '../domain/words.ts';
import type { Breach } from './breach.ts';

/** A sign that is narrowed by three words ("for two days") is as good as lost, and no list of bad words sees it. */
export function proveFixed(
  content: Content,
  blocks: readonly Block[],
  language: string,
  never: Never,
): Breach[] {
  const { fixed } = never;
  const words = content.words.get(language);
  const { clinic, locale, rulebook } = content;
  const number = clinic.emergency_number ?? locale.emergency_number;
  const rightNumbers = fixed.emergency_numbers[locale.tag];
  const breach = (about: string, message: string, hint: string): Breach => ({
    property: 'fixed-words',
    about,
    message,
    hint,
  });
  const bySource =
    words === undefined || words.translation !== undefined ? [] : Object.entries(fixed.words[language] ?? {});
  return [
    ...bySource.flatMap(([name, text]) =>
      words !== undefined && fixedText(words, name) === text
        ? []
        : [
            breach(
              name,
              `\`${name}\` in shared/${language}.yaml is not worded as it was fixed`,
              'Take the change back: these words stand as they are in every clinic, also in `fixed:` of never.yaml',
            ),
          ],
    ),
    ...Object.entries(fixed.questions[language] ?? {}).flatMap(([factor, needed]) => {
      const question = words?.factors[factor]?.question ?? '';
      const missing = needed.filter((word) => !mentions(question, word));
      return missing.length === 0
        ? []
        : [
            breach(
              `question ${factor}`,
              `The question for \`${factor}\` no longer asks about: ${missing.join(', ')}`,
              'Who is not asked is taken for safe: ask it again',
            ),
          ];
    }),
    ...Object.entries(fixed.terms).flatMap(([term, needed]) => {
      const missing = needed.filter((word) => !mentions(locale.terms[term] ?? '', word));
      return missing.length === 0
        ? []
        : [
            breach(
              `term ${term}`,
              `The term \`${term}\` of ${locale.tag} no longer names: ${missing.join(', ')}`,
              'Name them again',
            ),
          ];
    }),
    ...Object.entries(fixed.days).flatMap(([id, most]) => {
      const days = rulebook.signs[id]?.days ?? blocks.find((block) => block.id === id)?.days;
      return days === undefined || days <= most
        ? []
        : [
            breach(
              `days of ${id}`,
              `\`${id}\` tells the patient to wait ${days} days; ${most} is the most`,
              'Shorten it',
            ),
          ];
    }),
    ...(rightNumbers === undefined || rightNumbers.includes(number)
      ? []
      : [
          breach(
            'emergency number',
            `The emergency number of ${locale.tag} is ${number}; it should be ${rightNumbers.join(' or ')}`,
            'Correct it in the locale or in clinic.yaml',
          ),
        ]),
  ];
}

/** The texts of an entry, such as `signs.E1` or `labels.emergency_title`, in one line. */
export function fixedText(words: SharedWords, name: string): string | undefined {
  const dot = name.indexOf('.');
  const map = (words as unknown as Record<string, Record<string, unknown> | undefined>)[name.slice(0, dot)];
  const entry = map?.[name.slice(dot + 1)];
  return entry === undefined ? undefined : textsOf(entry).join(' | ');
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
