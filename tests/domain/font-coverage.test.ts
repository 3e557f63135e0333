/** Protects against empty boxes on paper: which characters the shipped fonts draw, and which they don't. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fontCatalogueSchema } from '../../src/domain/font-catalogue.ts';
import { clustersOf, covers, missingCharacters } from '../../src/domain/font-coverage.ts';

const catalogue = fontCatalogueSchema.parse(JSON.parse(readFileSync('templates/fonts.json', 'utf8')));

describe('missingCharacters', () => {
  it('finds all of printable ASCII and the letters of the languages in scope covered', () => {
    const ascii = Array.from({ length: 0x7e - 0x20 + 1 }, (_, index) => String.fromCharCode(0x20 + index));
    expect(missingCharacters(ascii.join(''), catalogue)).toEqual([]);
    expect(missingCharacters('’“”–—·é ñ ł ő ü Ж Ω ế ¿¡ µ μ ≥ ≤ → ☐ ⚠ 5\u00a0mg', catalogue)).toEqual([]);
  });

  it('finds Chinese, Arabic and emoji missing, each once, in order', () => {
    expect(missingCharacters('a \u4e2d \u0627 \u{1F600} \u4e2d', catalogue)).toEqual([
      '\u4e2d',
      '\u0627',
      '\u{1F600}',
    ]);
  });

  it('composes before it judges, and leaves out what has no ink', () => {
    expect(missingCharacters('e\u0302\u0301\n\t\u00ad\u200d\u200f\ufe0f', catalogue)).toEqual([]);
    expect(clustersOf('n\u0303n\u0303')).toEqual(['\u00f1']);
    expect(clustersOf('\u0436\u0301')).toEqual(['\u0436\u0301']);
  });

  it('does not take a control character for white space', () => {
    expect(missingCharacters('\u0007', catalogue)).toEqual(['\u0007']);
  });
});

describe('covers', () => {
  it('agrees with a plain search at the edges of the ranges', () => {
    const ranges = catalogue.families
      .flatMap((family) => family.subsets)
      .flatMap((subset) => [subset.coverage]);
    for (const coverage of ranges) {
      for (const [first, last] of coverage) {
        for (const codePoint of [first - 1, first, last, last + 1]) {
          const plain = coverage.some(([from, to]) => codePoint >= from && codePoint <= to);
          expect(covers(coverage, codePoint)).toBe(plain);
        }
      }
    }
  });
});
