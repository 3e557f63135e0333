/** What is asked of the pieces of a page (the children of its columns), and what each of them measures, in pixels: those add up without a remainder. */

import type { BoxHeights, Column, NotesMeasure } from './measurements.ts';

export interface PiecesRequest {
  readonly liveWidth: number;
  /** Splits to try for the warning boxes. */
  readonly splits: readonly number[];
  /** Every so many splits are measured at first, then those beside the best. */
  readonly coarse: number;
  /** Classes of the body, one more relief in each list. */
  readonly reliefs: readonly {
    readonly classes: readonly string[];
    /** The boxes change with it; else those of the relief before count. */
    readonly boxes: boolean;
  }[];
  /** Blocks that may be left out. */
  readonly droppable: readonly string[];
  /** Of each column, which of its pieces are measured; nothing: all. */
  readonly asked?: Readonly<Record<Column, readonly boolean[]>>;
}

/** A piece in one state of its column: side one by relief, side two with air, with less, with headings in line. */
export interface PieceState {
  readonly height: number;
  /** Between it and the piece before. */
  readonly gap: number;
  /** What the piece loses with each of its blocks, in the order of `blocks`. */
  readonly losses: readonly number[];
  /** What the column loses with each of its sections, in the order of `sections`. */
  readonly sectionLosses: readonly number[];
}

/** The warning boxes under one relief. */
export interface BoxesState {
  /** From the top of the piece. */
  readonly top: number;
  readonly heights: readonly BoxHeights[];
}

export interface PieceMeasure {
  /** Its `data-part`. */
  readonly part: string;
  readonly states: readonly PieceState[];
  /** Ids of all blocks in it, and of those that may be left out. */
  readonly ids: readonly string[];
  readonly blocks: readonly string[];
  /** Headings with blocks that may all be left out. */
  readonly sections: readonly (readonly string[])[];
  /** The highest thing in it that a page break must not split. */
  readonly largest: number;
  /** The warning boxes stand in it; its own heights are without them. */
  readonly holdsBoxes: boolean;
  /** Of the special notes: under each relief, and in the wide column with air and with less. */
  readonly notes?: { readonly here: readonly NotesMeasure[]; readonly wide: readonly NotesMeasure[] };
  /** What the place loses that it may leave, and what another one gains. */
  readonly elsewhere?: { readonly here: number; readonly there: number };
}

export interface PiecesMeasured {
  /** What stands above the boxes under each relief; true only of a sheet that was loaded whole. */
  readonly above: readonly number[];
  /** In order; null: it was not asked for. */
  readonly pieces: Readonly<Record<Column, readonly (PieceMeasure | null)[]>>;
  /** What a column has beyond its pieces and their gaps. */
  readonly frames: Readonly<Record<Column, number>>;
}
