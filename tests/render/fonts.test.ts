/** Protects the print: every character has one font file inside the page, and no file is embedded for nothing. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { fontCatalogueSchema } from '../../src/domain/font-catalogue.ts';
import { fontFaceCss, fontStack, selectFontFaces } from '../../src/render/fonts.ts';

const catalogue = fontCatalogueSchema.parse(JSON.parse(readFileSync('templates/fonts.json', 'utf8')));
const WEIGHTS = [400, 700];

function files(text: string, weights: readonly number[] = WEIGHTS): string[] {
  return selectFontFaces(text, catalogue, weights).faces.map(({ file }) =>
    file.replace(/^.*\/|-normal\.woff2$/g, ''),
  );
}

function inRange(unicodeRange: string, character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  return unicodeRange.split(', ').some((range) => {
    const [first = '', last = first] = range.slice(2).split('-');
    return Number.parseInt(first, 16) <= codePoint && codePoint <= Number.parseInt(last, 16);
  });
}

describe('selectFontFaces', () => {
  it('takes one file for each weight when the first one draws everything', () => {
    expect(files('Take 5 mg — “twice” a day, señora')).toEqual([
      'atkinson-hyperlegible-next-latin-400',
      'atkinson-hyperlegible-next-latin-700',
    ]);
  });

  it('adds only the files that a character asks for, in order of preference', () => {
    expect(files('ő Ж ≥ ☐', [400])).toEqual([
      'atkinson-hyperlegible-next-latin-400',
      'atkinson-hyperlegible-next-latin-ext-400',
      'noto-sans-cyrillic-400',
      'noto-sans-math-latin-400',
      'noto-sans-symbols-2-symbols-400',
    ]);
    expect(files('≥', [400])).toEqual(['noto-sans-math-latin-400']);
  });

  it('takes the nearest weight there is, once', () => {
    expect(files('a', [400, 450, 900])).toEqual([
      'atkinson-hyperlegible-next-latin-400',
      'atkinson-hyperlegible-next-latin-800',
    ]);
  });

  it('names what no font draws', () => {
    expect(selectFontFaces('ok 中', catalogue, WEIGHTS).missing).toEqual(['中']);
  });

  it('gives every character to one file only, also where the subsets overlap', () => {
    const text = 'Aé ő µ ≥ Ж Ω ế ћ ἀ ☐ → •';
    const { faces } = selectFontFaces(text, catalogue, [400]);
    for (const character of text) {
      const owners = faces.filter((face) => inRange(face.unicodeRange, character)).map(({ file }) => file);
      expect(owners, character).toHaveLength(1);
    }
  });

  it('keeps a letter and its combining mark in one file, although an earlier font has the letter', () => {
    const face = { weight: 400, postscriptName: 'X' };
    const subset = (name: string, coverage: string) => ({
      name,
      subsets: [{ name: 'latin', coverage, faces: [{ ...face, file: `${name}.woff2` }] }],
    });
    const two = fontCatalogueSchema.parse({ families: [subset('A', '61-7A'), subset('B', '61-7A 302')] });
    const ranges = selectFontFaces('ax\u0302', two, [400]).faces.map(({ unicodeRange }) => unicodeRange);
    expect(ranges).toEqual(['U+61-7A', 'U+78, U+302']);
    expect(files('\u0436\u0301', [400])).toEqual(['noto-sans-cyrillic-400']);
  });

  it('lets a family of one weight claim all weights, so that no false bold is drawn', () => {
    expect(selectFontFaces('a≥', catalogue, WEIGHTS).faces.map(({ fontWeight }) => fontWeight)).toEqual([
      '400',
      '700',
      '100 900',
    ]);
  });
});

describe('fontFaceCss', () => {
  it('writes rules that hold the bytes of files that are installed', () => {
    const { resolve } = createRequire(import.meta.url);
    const { faces } = selectFontFaces('a Ж', catalogue, [400]);
    const css = fontFaceCss(faces, (file) => readFileSync(resolve(file)).toString('base64'));
    expect(css.match(/@font-face/g)).toHaveLength(2);
    // Every WOFF2 file begins with "wOF2".
    expect(css).toContain('url(data:font/woff2;base64,d09GM');
    expect(css).toContain('font-display: block;');
    expect(css).toMatch(/font-family: "Noto Sans";[^}]*unicode-range: [^;]*U\+4/);
  });

  it('agrees with the stack on the names of the families', () => {
    expect(fontStack(catalogue)).toBe(
      '"Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Math", "Noto Sans Symbols 2"',
    );
  });
});
