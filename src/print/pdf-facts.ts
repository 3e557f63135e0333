/** A PDF as Chromium writes it (no object streams) -> its pages, its fonts, and characters that no font could draw. */

import { inflateSync } from 'node:zlib';

export interface PdfFacts {
  readonly pages: number;
  /** PostScript names without the subset mark, sorted. */
  readonly fonts: readonly string[];
  /** How many empty boxes stand on the pages in place of a character. */
  readonly missingGlyphs: number;
  /** Characters that a font did draw; a box has none, so what the text holds beside these may be behind it. */
  readonly drawn: ReadonlySet<string>;
}

export function readPdfFacts(pdf: Uint8Array): PdfFacts {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const text = bytes.toString('latin1');
  const names = text.matchAll(/\/(?:BaseFont|FontName) \/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/g);
  const fonts = twoByteFonts(text);
  const drawn = new Set<string>();
  let missingGlyphs = 0;
  for (const stream of textStreams(bytes, text)) {
    missingGlyphs += countBoxes(stream, fonts);
    if (stream.includes('begincmap')) readMap(stream, drawn);
  }
  return {
    pages: [...text.matchAll(/\/Type \/Page\b(?!s)/g)].length,
    fonts: [...new Set([...names].map((match) => match[1] ?? ''))].sort(),
    missingGlyphs,
    drawn,
  };
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
function countBoxes(content: string, fonts: ReadonlySet<string>): number {
  let font = '';
  let boxes = 0;
  for (const [, setFont, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj/g)) {
    if (setFont !== undefined) font = setFont;
    else if (fonts.has(font))
      boxes += (glyphs?.match(/.{4}/g) ?? []).filter((glyph) => glyph === '0000').length;
  }
  return boxes;
}

/** Lines `<glyph> <text>`, or `<first glyph> <last glyph> <text of the first>`. */
function readMap(stream: string, drawn: Set<string>): void {
  const lines = stream.slice(stream.indexOf('endcodespacerange'));
  for (const [, first, last, text] of lines.matchAll(
    /^<([0-9A-F]{2,4})> (?:<([0-9A-F]{2,4})> )?<([0-9A-F]+)>$/gm,
  )) {
    const units = (text?.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
    const length = last === undefined ? 0 : Number.parseInt(last, 16) - Number.parseInt(first ?? '', 16);
    for (let step = 0; step <= length; step += 1) {
      const stepped = units.map((unit, index) => (index === units.length - 1 ? unit + step : unit));
      for (const character of String.fromCharCode(...stepped)) drawn.add(character);
    }
  }
}
