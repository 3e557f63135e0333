/** A PDF and the number of a page -> a picture of it, for browsers without scripts. */

import { createRequire } from 'node:module';

/** Pixels for a point: sharp on a usual screen, where a page is about 400 px wide. */
const scale = 1.5;

/** Part of an address -> the number of a page that may be there. */
export function pageNumber(text: string): number | undefined {
  return /^[1-9]\d?$/.test(text) ? Number(text) : undefined;
}

interface Canvas {
  getContext(kind: '2d'): unknown;
  toBuffer(type: 'image/png'): Buffer;
}

/** Undefined where this computer has no canvas: an optional part of pdf.js, made for it alone. */
export async function pagePicture(pdf: Uint8Array, number: number): Promise<Buffer | undefined> {
  const createCanvas = canvasMaker();
  if (createCanvas === undefined) return undefined;
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // The bytes are handed over to pdf.js, so it gets its own.
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  try {
    const page = await (await loading.promise).getPage(number);
    const viewport = page.getViewport({ scale });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    // pdf.js draws on any canvas; its types know only that of a browser.
    const target = { canvas: null, canvasContext: canvas.getContext('2d'), viewport } as unknown;
    await page.render(target as Parameters<typeof page.render>[0]).promise;
    return canvas.toBuffer('image/png');
  } finally {
    await loading.destroy();
  }
}

function canvasMaker(): ((width: number, height: number) => Canvas) | undefined {
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
    return (require('@napi-rs/canvas') as { createCanvas: (width: number, height: number) => Canvas })
      .createCanvas;
  } catch {
    return undefined;
  }
}
