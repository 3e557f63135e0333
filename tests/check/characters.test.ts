/** Protects authors: a character that would print as an empty box is named, with its place and a plain word instead. */

import { expect, it } from 'vitest';
import { lintCharacters } from '../../src/check/characters.ts';
import { fontCatalogueSchema } from '../../src/domain/font-catalogue.ts';

const face = { weight: 400, file: 'x.woff2', postscriptName: 'X' };
const asciiOnly = fontCatalogueSchema.parse({
  families: [{ name: 'X', subsets: [{ name: 'latin', coverage: '20-7E', faces: [face] }] }],
});

function lint(text: string) {
  return lintCharacters([{ text, place: { file: 'en.yaml', line: 3, column: 5 } }], asciiOnly);
}

it('is silent on covered text', () => {
  expect(lint('Take 5 or more.\n')).toEqual([]);
});

it('names the character, its code and its place, and offers words', () => {
  expect(lint('≥ 5, again ≥ 6')).toEqual([
    {
      severity: 'error',
      file: 'en.yaml',
      line: 3,
      column: 5,
      code: 'character-outside-fonts',
      message:
        'The character "≥" (U+2265, greater-than or equal to) is in none of the fonts, so it would print as an empty box.',
      hint: 'Write it in words, for example "5 or more".',
    },
  ]);
});

it.each([
  ['\u{1F600}', '(U+1F600, an emoji)', 'icons'],
  ['中', '(U+4E2D, a Chinese character)', 'Noto Sans package'],
  ['\u0007', 'The character (U+0007, a control character)', 'Replace'],
  ['\ufffd', 'replacement character', 'UTF-8'],
  ['ŋ', '"ŋ" (U+014B)', 'words'],
])('%j', (text, message, hint) => {
  const [found] = lint(text);
  expect(found?.message).toContain(message);
  expect(found?.hint).toContain(hint);
});
