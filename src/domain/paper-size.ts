/** A paper's name -> its size, its margins and what is left for the page's content, in mm. */

import type { Paper } from './clinic.ts';

const PAPER_SIZES: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 210, height: 297 },
  Letter: { width: 215.9, height: 279.4 },
};

/** `topLater` holds the running head, from page 2 on. */
const MARGINS = { side: 14, topFirst: 10, topLater: 17, bottom: 16 } as const;

export interface PaperSize {
  readonly width: number;
  readonly height: number;
  readonly margins: typeof MARGINS;
  /** Content area: page 1 is higher, because it has no running head. */
  readonly liveWidth: number;
  readonly liveFirst: number;
  readonly liveLater: number;
}

export function paperSizeOf(paper: Paper): PaperSize {
  const { width, height } = PAPER_SIZES[paper];
  const { side, topFirst, topLater, bottom } = MARGINS;
  return {
    width,
    height,
    margins: MARGINS,
    liveWidth: round(width - 2 * side),
    liveFirst: round(height - topFirst - bottom),
    liveLater: round(height - topLater - bottom),
  };
}

function round(mm: number): number {
  return Math.round(mm * 100) / 100;
}
