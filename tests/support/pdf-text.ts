/** A PDF file -> the text that a reader finds in it, on one line. */

import { readFileSync } from 'node:fs';
import { PDFParse } from 'pdf-parse';

export async function pdfText(path: string): Promise<string> {
  const parser = new PDFParse({ data: new Uint8Array(readFileSync(path)) });
  try {
    return (await parser.getText()).text.replace(/\s+/g, ' ');
  } finally {
    await parser.destroy();
  }
}
