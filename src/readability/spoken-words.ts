/** A sentence -> its words as a reader says them: numbers and abbreviations spelled out, a hyphenated word kept as one. */

import { englishNumber } from './english-numbers.ts';
import { spanishNumber } from './spanish-numbers.ts';

export type Aloud = Readonly<Record<string, string>>;

interface Tongue {
  readonly number: (value: number) => string;
  readonly percent: string;
  readonly to: string;
}

const tongues: Readonly<Record<string, Tongue>> = {
  en: { number: englishNumber, percent: 'percent', to: 'to' },
  es: { number: spanishNumber, percent: 'por ciento', to: 'a' },
};

const token = /[\p{L}\p{M}\p{N}]+(?:[-‐‑–'’.,][\p{L}\p{M}\p{N}]+)*/gu;

/** English and Spanish; any other language has its own words only, found by the rules of its script. */
export function spokenWords(sentence: string, language: string): string[] {
  const tongue = tongues[baseOf(language)];
  if (tongue === undefined) return segmentedWords(sentence, language);
  const spelled = sentence.replace(/\s*[%٪％]/g, ` ${tongue.percent}`);
  return (spelled.match(token) ?? []).flatMap((word) => spoken(word, tongue));
}

/** As printed: 911 is one word, and so is 15-minute. */
export function writtenWords(sentence: string, language: string): string[] {
  const spelled = tongues[baseOf(language)] !== undefined;
  return spelled ? (sentence.match(token) ?? []) : segmentedWords(sentence, language);
}

/** Abbreviations give way before sentences are told apart, for the point of "Dr." ends none. */
export function expanded(text: string, aloud: Aloud): string {
  return Object.entries(aloud).reduce((now, [short, long]) => {
    if (!now.includes(short)) return now;
    const escaped = short.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return now.replace(new RegExp(`(?<![\\p{L}\\p{N}-])${escaped}(?![\\p{L}\\p{N}-])`, 'gu'), long);
  }, text);
}

export function baseOf(language: string): string {
  return language.split('-')[0] ?? language;
}

function spoken(word: string, tongue: Tongue): string[] {
  if (!/\p{N}/u.test(word)) return /\p{L}/u.test(word) ? splitAtPoints(word) : [];
  const range = /^(\d{1,3})[-‐‑–](\d{1,3})$/.exec(word);
  if (range !== null) {
    return [...numberWords(range[1] ?? '', tongue), tongue.to, ...numberWords(range[2] ?? '', tongue)];
  }
  if (/^[\d.,‐‑–-]+$/.test(word)) {
    // 1,000 is one number; a phone number and 2.5 are read piece by piece.
    const whole = word.replace(/(?<=^\d{1,3}(?:[.,]\d{3})*)[.,](?=\d{3}(?:[.,]|$))/g, '');
    return whole.split(/\D+/).flatMap((part) => numberWords(part, tongue));
  }
  // "5-second", "2nd": one word, with its number spoken.
  return [word.replace(/\d+/g, (digits) => numberWords(digits, tongue).join('-'))];
}

/**
 * 911, 112 and 988 are read digit by digit, and so is every number from three digits on that is not round: on a
 * handout such a number is a phone number or a code. A year is read in two halves.
 */
function numberWords(digits: string, { number }: Tongue): string[] {
  if (digits === '') return [];
  const value = Number(digits);
  if (/^(?:19|20)\d\d$/.test(digits) && value % 100 !== 0) {
    return [...number(Math.floor(value / 100)).split(' '), ...number(value % 100).split(' ')];
  }
  const isCode = digits.length > 6 || (digits.length > 2 && value % 10 !== 0) || /^0\d/.test(digits);
  return isCode ? [...digits].map((digit) => number(Number(digit))) : number(value).split(' ');
}

/** "to.Then": two words that a missing space has run together. */
function splitAtPoints(word: string): string[] {
  return word.split(/[.,]/).filter((part) => part !== '');
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmentedWords(sentence: string, language: string): string[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  return [...segmenter.segment(sentence)].filter((part) => part.isWordLike).map((part) => part.segment);
}
