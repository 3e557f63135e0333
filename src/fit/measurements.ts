/** What is asked of a page that is to be measured, and what comes back; all lengths in mm. */

export interface MeasureRequest {
  readonly liveWidth: number;
  /** Splits to try for the warning boxes. */
  readonly splits: readonly number[];
  /** Every so many splits are measured at first, then those beside the best. */
  readonly coarse: number;
  /** Stands for the height of a box at a split that was not measured, in mm. */
  readonly unmeasured: number;
  /** Classes of the body, one more relief in each list. */
  readonly reliefs: readonly (readonly string[])[];
  /** Side one is measured with further reliefs only while it is higher than this, in mm. */
  readonly enough: number;
  /** Blocks that may be left out. */
  readonly droppable: readonly string[];
}

/** Side one under one relief. */
export interface ReliefMeasure {
  /** Natural heights of the two boxes at each split, in the order of the request. */
  readonly boxes: readonly { readonly emergency: number; readonly sameDay: number }[];
  /** All of side one but the boxes. */
  readonly rest: number;
  /** What stands above the boxes. */
  readonly above: number;
}

export type Column = 'side-one' | 'wide' | 'rail' | 'later';

export interface BlockMeasure {
  readonly id: string;
  readonly column: Column;
  /** What its column loses with it, its gap included. */
  readonly height: number;
}

/** One move of the page of moves. */
export interface MoveMeasure {
  readonly id: string;
  /** Heights of figure, heading and steps. */
  readonly parts: readonly number[];
  /** Gaps and padding of its row. */
  readonly around: number;
}

/** A heading with blocks, which goes when all of them have gone. */
export interface SectionMeasure {
  readonly column: Column;
  readonly blocks: readonly string[];
  /** Height of heading, frame and gaps beyond the blocks. */
  readonly overhead: number;
}

export interface Measurements {
  /** Reliefs measured, from none on; fewer than asked for when one was enough. */
  readonly reliefs: readonly ReliefMeasure[];
  /** What side one loses without the three things. */
  readonly keyPoints: number;
  readonly wide: number;
  /** The wide column with less air. */
  readonly wideTight: number;
  /** The highest of the wide column's blocks that a page break must not split. */
  readonly largest: number;
  readonly rail: number;
  /** The rail with less air. */
  readonly railTight: number;
  /** Sides three and four of the full style. */
  readonly later: readonly number[];
  /** The moves that have a page of their own. */
  readonly moves: readonly MoveMeasure[];
  readonly blocks: readonly BlockMeasure[];
  readonly sections: readonly SectionMeasure[];
}
