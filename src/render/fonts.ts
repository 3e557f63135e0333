/** A document's text and the font catalogue -> the few font files it needs, and their @font-face rules with the bytes inside. */

import type { CodePointRange, FontCatalogue, FontFace, FontSubset } from '../domain/font-catalogue.ts';
import { clustersOf, codePointsOf, covers, coversAll, missingCharacters } from '../domain/font-coverage.ts';

/** One font file to embed, with the descriptors of its @font-face rule. */
export interface FaceRef {
  readonly family: string;
  /** Package-relative, as in the catalogue. */
  readonly file: string;
  readonly postscriptName: string;
  /** CSS `font-weight`: one weight, or `100 900` where the family has a single one. */
  readonly fontWeight: string;
  /** CSS `unicode-range`. */
  readonly unicodeRange: string;
}

export interface FontSelection {
  readonly faces: readonly FaceRef[];
  /** Characters that no shipped font draws. */
  readonly missing: readonly string[];
}

/** Chooses the first file in order of preference for each character; `weights` are those the page's styles use. */
export function selectFontFaces(
  text: string,
  catalogue: FontCatalogue,
  weights: readonly number[],
): FontSelection {
  const candidates = candidatesOf(catalogue);
  for (const cluster of clustersOf(text)) assign(cluster, candidates);
  return {
    faces: candidates.filter(isNeeded).flatMap((candidate) => facesOf(candidate, weights)),
    missing: missingCharacters(text, catalogue),
  };
}

/** @font-face rules with `data:` sources; `fileBytes` gives a face's file as base64. */
export function fontFaceCss(faces: readonly FaceRef[], fileBytes: (file: string) => string): string {
  return faces
    .map(
      (face) => `@font-face {
  font-family: "${face.family}";
  font-style: normal;
  font-weight: ${face.fontWeight};
  font-display: block;
  src: url(data:font/woff2;base64,${fileBytes(face.file)}) format("woff2");
  unicode-range: ${face.unicodeRange};
}
`,
    )
    .join('');
}

/** The value of `font-family` for the page: every family of the catalogue in order, and no generic one. */
export function fontStack(catalogue: FontCatalogue): string {
  return catalogue.families.map((family) => `"${family.name}"`).join(', ');
}

/** A subset file while choosing: what it draws that nothing before it does, and what the text asks of it. */
interface Candidate {
  readonly family: string;
  readonly subset: FontSubset;
  /** Makes the ranges disjoint, so that one character has one file. */
  readonly own: readonly CodePointRange[];
  readonly assigned: Set<number>;
}

function candidatesOf(catalogue: FontCatalogue): Candidate[] {
  const taken: CodePointRange[] = [];
  return catalogue.families.flatMap((family) =>
    family.subsets.map((subset) => {
      const own = subtract(subset.coverage, taken);
      taken.push(...own);
      return { family: family.name, subset, own, assigned: new Set<number>() };
    }),
  );
}

function assign(cluster: string, candidates: readonly Candidate[]): void {
  const whole = candidates.find((candidate) => coversAll(candidate.subset.coverage, cluster));
  for (const codePoint of codePointsOf(cluster)) {
    const owner = whole ?? candidates.find((candidate) => covers(candidate.subset.coverage, codePoint));
    owner?.assigned.add(codePoint);
  }
}

function isNeeded(candidate: Candidate): boolean {
  return candidate.assigned.size > 0;
}

function facesOf(candidate: Candidate, weights: readonly number[]): FaceRef[] {
  const { faces } = candidate.subset;
  const chosen = new Set(weights.map((weight) => nearest(faces, weight)));
  return faces
    .filter((face) => chosen.has(face))
    .map((face) => ({
      family: candidate.family,
      file: face.file,
      postscriptName: face.postscriptName,
      // A lone weight that claims all of them keeps the browser from smearing a false bold.
      fontWeight: faces.length === 1 ? '100 900' : String(face.weight),
      unicodeRange: rangeOf(candidate),
    }));
}

function nearest(faces: readonly FontFace[], weight: number): FontFace | undefined {
  return [...faces].sort((a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight))[0];
}

/** The own range, and the letters under this text's combining marks: a browser needs both from one file. */
function rangeOf(candidate: Candidate): string {
  const borrowed = [...candidate.assigned].filter((codePoint) => !covers(candidate.own, codePoint));
  const ranges = [...candidate.own, ...borrowed.map((codePoint): CodePointRange => [codePoint, codePoint])];
  return ranges
    .sort((a, b) => a[0] - b[0])
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(', ');
}

function subtract(ranges: readonly CodePointRange[], taken: readonly CodePointRange[]): CodePointRange[] {
  return taken.reduce<CodePointRange[]>(
    (left, hole) => left.flatMap((range) => cut(range, hole)),
    [...ranges],
  );
}

function cut(range: CodePointRange, hole: CodePointRange): CodePointRange[] {
  const [first, last] = range;
  if (hole[1] < first || hole[0] > last) return [range];
  const before: CodePointRange[] = first < hole[0] ? [[first, hole[0] - 1]] : [];
  const after: CodePointRange[] = last > hole[1] ? [[hole[1] + 1, last]] : [];
  return [...before, ...after];
}

function hex(codePoint: number): string {
  return codePoint.toString(16).toUpperCase();
}
