import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPdfFacts } from '../../src/print/pdf-facts.ts';

function stream(dictionary: string, content: string): Buffer {
  const body = deflateSync(Buffer.from(content, 'latin1'));
  const head = `9 0 obj\n<<${dictionary}/Filter /FlateDecode\n/Length ${body.length}>> stream\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\nendstream\nendobj\n')]);
}

const PAGE = `2 0 obj\n<</Type /Page\n/Resources <</Font <</F4 4 0 R\n/F5 5 0 R>>>>>>\nendobj
7 0 obj\n<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>\nendobj
4 0 obj\n<</Type /Font\n/Subtype /Type0\n/BaseFont /AAAAAA+NotoSans-Regular>>\nendobj
5 0 obj\n<</Type /Font\n/Subtype /Type3\n/FontDescriptor 6 0 R>>\nendobj
6 0 obj\n<</FontName /BAAAAA+NotoSans-Bold>>\nendobj\n`;

describe('the facts of a PDF', () => {
  it('count pages and not the tree above them, and name the fonts of all kinds', () => {
    expect(readPdfFacts(Buffer.from(PAGE))).toMatchObject({
      pages: 1,
      fonts: ['NotoSans-Bold', 'NotoSans-Regular'],
    });
  });

  it('tell of characters that came out as empty boxes', () => {
    const content = '/F4 16 Tf\n<00480000> Tj\n/Span<</ActualText <FEFF2011> >> BDC\n4 0 Td <0000> Tj\nEMC\n';
    expect(readPdfFacts(Buffer.concat([Buffer.from(PAGE), stream('', content)])).missingGlyphs).toBe(2);
  });

  it('name the characters that a font did draw', () => {
    const map =
      'begincmap\n<0000> <FFFF>\nendcodespacerange\n<0048> <0065>\n<0051> <0052> <006E>\n<0060> <D83DDE00>\n';
    const facts = readPdfFacts(Buffer.concat([Buffer.from(PAGE), stream('', map)]));
    expect([...facts.drawn]).toEqual(['e', 'n', 'o', '\u{1F600}']);
  });

  it('do not take two zero bytes across glyphs, or one-byte strings, for a box', () => {
    const content = '/F4 16 Tf\n<00480100004C> Tj\n/F5 16 Tf\n<0000> Tj\n';
    expect(readPdfFacts(Buffer.concat([Buffer.from(PAGE), stream('', content)])).missingGlyphs).toBe(0);
  });
});
