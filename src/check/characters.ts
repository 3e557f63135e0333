/** Texts with their places, and the font catalogue -> an error for each character that would print as an empty box. */

import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
import type { FontCatalogue } from '../domain/font-catalogue.ts';
import { missingCharacters } from '../domain/font-coverage.ts';

export interface PlacedText {
  readonly text: string;
  readonly place: Place;
}

/** One error for each text and character; the place is the text's. */
export function lintCharacters(texts: Iterable<PlacedText>, catalogue: FontCatalogue): Diagnostic[] {
  return [...texts].flatMap(({ text, place }) =>
    missingCharacters(text, catalogue).map((character) =>
      errorAt(
        place,
        'character-outside-fonts',
        `${describe(character)} is in none of the fonts, so it would print as an empty box.`,
        hintFor(character),
      ),
    ),
  );
}

/** Name, and what to write instead. */
const KNOWN: Readonly<Record<string, readonly [name: string, instead: string]>> = {
  '≥': ['greater-than or equal to', 'Write it in words, for example "5 or more".'],
  '≤': ['less-than or equal to', 'Write it in words, for example "5 or less".'],
  '≈': ['almost equal to', 'Write "about".'],
  '±': ['plus-minus sign', 'Write "about", or give the two values.'],
  '→': ['rightwards arrow', 'Write "then", or use numbered steps.'],
  '←': ['leftwards arrow', 'Write it in words.'],
  '⇒': ['rightwards double arrow', 'Write "then" or "so".'],
  '↑': ['upwards arrow', 'Write "goes up" or "more".'],
  '↓': ['downwards arrow', 'Write "goes down" or "less".'],
  µ: ['micro sign', 'Write "micrograms".'],
  μ: ['Greek small letter mu', 'Write "micrograms".'],
  '✓': ['check mark', 'Write "yes", or use one of the icons.'],
  '✔': ['heavy check mark', 'Write "yes", or use one of the icons.'],
  '✗': ['ballot x', 'Write "no", or use one of the icons.'],
  '✘': ['heavy ballot x', 'Write "no", or use one of the icons.'],
  '☐': ['ballot box', 'Use a list of things to do: the page draws the box.'],
  '⚠': ['warning sign', 'Write "Warning", or use one of the icons.'],
  '•': ['bullet', 'Write a list item.'],
  '\u000B': ['line tabulation', 'Delete it.'],
  '\uFFFD': ['replacement character', 'The file was saved in another encoding: save it as UTF-8.'],
};

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Han}/u, 'a Chinese character'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'a Japanese character'],
  [/\p{Script=Hangul}/u, 'a Korean character'],
  [/\p{Script=Arabic}/u, 'an Arabic character'],
  [/\p{Script=Hebrew}/u, 'a Hebrew character'],
  [/\p{Script=Devanagari}/u, 'a Devanagari character'],
];
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/u;
const PRIVATE = /\p{Co}/u;
const CONTROL = /\p{Cc}/u;

function describe(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = nameOf(character);
  const shown = CONTROL.test(character) || PRIVATE.test(character) ? '' : ` "${character}"`;
  return `The character${shown} (${code}${name === undefined ? '' : `, ${name}`})`;
}

function nameOf(character: string): string | undefined {
  const known = KNOWN[character]?.[0];
  if (known !== undefined) return known;
  if (EMOJI.test(character)) return 'an emoji';
  if (PRIVATE.test(character)) return 'a private-use character';
  if (CONTROL.test(character)) return 'a control character';
  return SCRIPTS.find(([script]) => script.test(character))?.[1];
}

function hintFor(character: string): string {
  const known = KNOWN[character]?.[1];
  if (known !== undefined) return known;
  if (EMOJI.test(character)) return 'Use one of the icons, or write it in words.';
  if (SCRIPTS.some(([script]) => script.test(character)))
    return 'This script needs a font that is not installed: add a Noto Sans package for it and build templates/fonts.json again.';
  return 'Replace it, or write it in words.';
}
