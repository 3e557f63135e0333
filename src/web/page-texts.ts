/** A PDF -> the text of each page, piece by piece with its place, as the script in the page sees it too. */

/** What is read of a piece of text. */
export interface TextPiece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

export interface PageText {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly TextPiece[];
}

export async function pageTexts(pdf: Uint8Array): Promise<PageText[]> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  try {
    const opened = await loading.promise;
    const texts: PageText[] = [];
    for (let number = 1; number <= opened.numPages; number += 1) {
      const page = await opened.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      texts.push({ width, height, pieces: items.flatMap((item) => ('str' in item ? [item] : [])) });
    }
    return texts;
  } finally {
    await loading.destroy();
  }
}
