/** A PDF, or the path of one -> the text that a reader finds in it, on one line. */

import { readFileSync } from 'node:fs';
import { PDFParse } from 'pdf-parse';

export async function pdfText(pdf: string | Uint8Array): Promise<string> {
  const parser = new PDFParse({ data: new Uint8Array(typeof pdf === 'string' ? readFileSync(pdf) : pdf) });
  try {
    return (await parser.getText()).text.replace(/\s+/g, ' ');
  } finally {
    await parser.destroy();
  }
}
