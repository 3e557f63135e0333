/** A PDF as Chromium writes it (no object streams) -> its pages, its fonts, and characters that no font could draw. */

import { inflateSync } from 'node:zlib';

export interface PdfFacts {
  readonly pages: number;
  /** PostScript names without the subset mark, sorted. */
  readonly fonts: readonly string[];
  /** How many empty boxes stand on the pages in place of a character. */
  readonly missingGlyphs: number;
  /** The characters behind the boxes as far as the PDF tells, as `U+2011`. */
  readonly missingCharacters: readonly string[];
}

export function readPdfFacts(pdf: Uint8Array): PdfFacts {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  const names = text.matchAll(/\/(?:BaseFont|FontName) \/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/g);
  const missing: Missing = { glyphs: 0, characters: new Set() };
  const fonts = twoByteFonts(text);
  for (const stream of textStreams(bytes, text)) {
    countBoxes(stream, fonts, missing);
    if (stream.includes('beginbfchar')) readMap(stream, missing);
  }
  return {
    pages: [...text.matchAll(/\/Type \/Page\b(?!s)/g)].length,
    fonts: [...new Set([...names].map((match) => match[1] ?? ''))].sort(),
    missingGlyphs: missing.glyphs,
    missingCharacters: [...missing.characters].sort(),
  };
}

interface Missing {
  glyphs: number;
  readonly characters: Set<string>;
}

/** Pages, forms and character maps, inflated; font files (Length1), pictures (Width) and profiles (N) are passed over. */
function* textStreams(bytes: Buffer, text: string): Generator<string> {
  for (const match of text.matchAll(/\/Length (\d+)>> stream\n/g)) {
    const dictionary = text.slice(text.lastIndexOf(' obj\n', match.index), match.index);
    if (!dictionary.includes('/FlateDecode') || /\/(Length1|Width|N) /.test(dictionary)) continue;
    const start = match.index + match[0].length;
    try {
      yield inflateSync(bytes.subarray(start, start + Number(match[1]))).toString('latin1');
    } catch {
      // Not a stream after all, but such a text inside a picture.
    }
  }
}

/** The names by which pages know the fonts whose strings hold two bytes for each glyph. */
function twoByteFonts(text: string): Set<string> {
  const objects = new Set<string>();
  for (const match of text.matchAll(/(\d+) 0 obj\n<<\/Type \/Font\n\/Subtype \/Type0\b/g))
    objects.add(match[1] ?? '');
  const names = new Set<string>();
  for (const match of text.matchAll(/\/(F\d+) (\d+) 0 R/g))
    if (objects.has(match[2] ?? '')) names.add(match[1] ?? '');
  return names;
}

/** Glyph 0 of a font is its box for "I don't have this one", though extracted text may hold the right character. */
function countBoxes(content: string, fonts: ReadonlySet<string>, missing: Missing): void {
  let font = '';
  let actual: string | undefined;
  for (const match of content.matchAll(
    /\/(F\d+) [\d.]+ Tf|\/ActualText <FEFF([0-9A-F]+)>|\b(EMC)\b|<([0-9A-F]+)> Tj/g,
  )) {
    const [, setFont, setActual, end, glyphs] = match;
    if (setFont !== undefined) font = setFont;
    else if (setActual !== undefined) actual = setActual;
    else if (end !== undefined) actual = undefined;
    else if (fonts.has(font)) {
      const boxes = (glyphs?.match(/.{4}/g) ?? []).filter((glyph) => glyph === '0000').length;
      missing.glyphs += boxes;
      if (boxes > 0 && actual !== undefined) addCharacters(actual, missing);
    }
  }
}

/** A map that gives the box a meaning names one character that had no glyph. */
function readMap(stream: string, missing: Missing): void {
  for (const match of stream.matchAll(/^<0000> <([0-9A-F]{4,8})>$/gm)) addCharacters(match[1] ?? '', missing);
}

function addCharacters(utf16: string, missing: Missing): void {
  const units = (utf16.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
  for (const character of String.fromCharCode(...units)) {
    missing.characters.add(
      `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
  }
}
