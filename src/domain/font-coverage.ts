/** A text and the font catalogue -> the characters to draw, and those that no shipped font draws. */

import type { CodePointRange, FontCatalogue } from './font-catalogue.ts';

/** Line breaks and tabs are white space to a browser; joiners, bidi marks and soft hyphens leave no ink. */
const NO_INK = /[\t\n\r\p{Default_Ignorable_Code_Point}]/gu;
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

/** The distinct drawn characters of a text, each with its combining marks, composed where Unicode can (NFC). */
export function clustersOf(text: string): string[] {
  return [...new Set(text.normalize('NFC').replace(NO_INK, '').match(CLUSTER) ?? [])];
}

export function covers(ranges: readonly CodePointRange[], codePoint: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (codePoint < range[0]) high = middle - 1;
    else if (codePoint > range[1]) low = middle + 1;
    else return true;
  }
  return false;
}

/** True when one file draws the whole of the cluster: a mark sits right only on a letter of its own font. */
export function coversAll(ranges: readonly CodePointRange[], cluster: string): boolean {
  return codePointsOf(cluster).every((codePoint) => covers(ranges, codePoint));
}

export function codePointsOf(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/** The distinct characters (single code points) that no shipped font draws, in order of appearance. */
export function missingCharacters(text: string, catalogue: FontCatalogue): string[] {
  const coverages = catalogue.families.flatMap((family) => family.subsets.map((subset) => subset.coverage));
  const characters = new Set(clustersOf(text).flatMap((cluster) => [...cluster]));
  return [...characters].filter((character) => !coverages.some((coverage) => coversAll(coverage, character)));
}
