/** templates/fonts.json -> the shipped fonts: families in order of preference, their files, and what each file truly draws. */

import { z } from 'zod';

/** First and last code point, both included. */
export type CodePointRange = readonly [first: number, last: number];

const COVERAGE = /^(?:[0-9A-F]+(?:-[0-9A-F]+)?(?: |$))+$/;

/** `20-7E A0` -> [[0x20, 0x7E], [0xA0, 0xA0]]; sorted and disjoint, as the builder writes them. */
const coverageSchema = z
  .string()
  .regex(COVERAGE)
  .transform((text): readonly CodePointRange[] => text.split(' ').map(readRange));

function readRange(text: string): CodePointRange {
  const [first = '', last = first] = text.split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

const fontFaceSchema = z.strictObject({
  weight: z.int(),
  /** Package and path, e.g. `@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2`. */
  file: z.string(),
  postscriptName: z.string(),
});
export type FontFace = z.infer<typeof fontFaceSchema>;

const fontSubsetSchema = z.strictObject({
  name: z.string(),
  /** What every weight of the subset draws. */
  coverage: coverageSchema,
  faces: z.array(fontFaceSchema).min(1),
});
export type FontSubset = z.infer<typeof fontSubsetSchema>;

const fontFamilySchema = z.strictObject({ name: z.string(), subsets: z.array(fontSubsetSchema).min(1) });
export type FontFamily = z.infer<typeof fontFamilySchema>;

export const fontCatalogueSchema = z.strictObject({ families: z.array(fontFamilySchema).min(1) });
export type FontCatalogue = z.infer<typeof fontCatalogueSchema>;
