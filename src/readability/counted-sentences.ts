/** The texts of a sheet -> the sentences that a reading formula counts, once plain and once as SMOG wants lists. */

import type { PrintedText, TextKind } from '../domain/printed-texts.ts';
import { sentencesIn } from '../domain/sentences.ts';
import { type Aloud, expanded } from './spoken-words.ts';

export interface CountedSentences {
  /** Every text ends its own sentence: bullets are never run together. */
  readonly plain: readonly string[];
  /** Each item of a list together with the words that lead in to it. */
  readonly withLeadIns: readonly string[];
}

/**
 * Titles and headings are left out, as the standards say: they are no sentences, and so short that they would make any
 * text look easy. A label counts where it is a whole sentence. Alternative text is heard, not read, and the
 * clinician's own words are not ours to measure.
 */
const counted: Readonly<Record<TextKind, boolean>> = {
  title: false,
  heading: false,
  label: false,
  paragraph: true,
  item: true,
  step: true,
  caption: true,
  alt: false,
  reason: true,
  sign: true,
  'own-words': false,
};

export function countedSentences(
  texts: readonly PrintedText[],
  language: string,
  aloud: Aloud,
): CountedSentences {
  const read = texts.filter(({ kind, text }) => counted[kind] || (kind === 'label' && isSentence(text)));
  const told = (text: string) => sentencesOf(expanded(text, aloud), language);
  const leadInOf = (lead: string | undefined) => (lead === undefined ? undefined : leadIn(told(lead)));
  const leads = new Set(
    texts.flatMap(({ part, lead }) => {
      const words = leadInOf(lead);
      return words === undefined ? [] : [`${part}|${words}`];
    }),
  );
  return {
    plain: read.flatMap(({ kind, text }) => (kind === 'reason' ? listedIn(text) : [text]).flatMap(told)),
    withLeadIns: read.flatMap(({ part, kind, text, lead }) => {
      const words = leadInOf(lead);
      const sentences = told(text);
      const [first, ...rest] = sentences;
      if (words !== undefined && first !== undefined) return [`${words} ${first}`, ...rest];
      // What leads in to a list is counted with each of its items, not once more by itself.
      return kind === 'item' ? sentences : sentences.filter((each) => !leads.has(`${part}|${each}`));
    }),
  };
}

/** Sentences with at least one letter: "1." before a step is a mark, not a sentence. */
export function sentencesOf(text: string, language: string): string[] {
  return sentencesIn(text, language).filter((sentence) => /\p{L}/u.test(sentence));
}

/** Reasons stand in a row, parted by semicolons: a list, printed in one line to save room. */
export function listedIn(text: string): string[] {
  return text.split(/[;；؛]/);
}

/** The last sentence before a list, when the list completes it: one that has ended leads in to nothing. */
function leadIn(sentences: readonly string[]): string | undefined {
  const last = sentences.at(-1);
  return last === undefined || isSentence(last) ? undefined : last;
}

function isSentence(text: string): boolean {
  return /[.!?。！？؟۔।][\s"'”’)]*$/u.test(text);
}
