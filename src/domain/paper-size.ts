/** A paper's name -> its size, its margins and what is left for the page's content, in mm. */

import type { Paper } from './clinic.ts';

const PAPER_SIZES: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
};

/** The least; `topLater` holds the running head, from page 2 on. */
const MARGINS = { side: 14, topFirst: 10, topLater: 17, bottom: 16 } as const;

const PIXELS_PER_MM = 96 / 25.4;
/** Of a pixel, so that rounding in the browser does not reach the next one. */
const SPARE = 0.1;

export interface PaperSize {
  readonly width: number;
  readonly height: number;
  readonly margins: {
    readonly side: number;
    readonly topFirst: number;
    readonly topLater: number;
    readonly bottom: number;
  };
  /** Content area: page 1 is higher, because it has no running head. */
  readonly liveWidth: number;
  readonly liveFirst: number;
  readonly liveLater: number;
}

export function paperSizeOf(paper: Paper): PaperSize {
  const { width, height } = PAPER_SIZES[paper];
  const { topFirst, topLater, bottom } = MARGINS;
  // Print lays out in whole pixels, rounded up, and cuts off what is beyond the true width: the line of a frame.
  const pixels = Math.floor((width - 2 * MARGINS.side) * PIXELS_PER_MM);
  const liveWidth = round((pixels - SPARE) / PIXELS_PER_MM);
  return {
    width,
    height,
    margins: { ...MARGINS, side: round((width - liveWidth) / 2) },
    liveWidth,
    liveFirst: round(height - topFirst - bottom),
    liveLater: round(height - topLater - bottom),
  };
}

function round(mm: number): number {
  return Math.round(mm * 1000) / 1000;
}
