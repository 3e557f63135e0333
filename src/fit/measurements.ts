/** What is known of a sheet when its layout is decided: the heights of its sides, boxes, columns and blocks, in mm. */

/** The natural heights of the two boxes at one split, by its place in the request. */
export interface BoxHeights {
  readonly at: number;
  readonly emergency: number;
  readonly sameDay: number;
}

/** Side one under one relief. */
export interface ReliefMeasure {
  /** At those splits that were measured. */
  readonly boxes: readonly BoxHeights[];
  /** All of side one but the boxes. */
  readonly rest: number;
  /** What stands above the boxes. */
  readonly above: number;
  readonly notes: NotesMeasure;
  /** What side one loses without its facts. */
  readonly facts: number;
  /** Of side one, under this relief. */
  readonly blocks: readonly BlockMeasure[];
  readonly sections: readonly SectionMeasure[];
}

/** The special notes in one place. */
export interface NotesMeasure {
  /** Height of each, in order. */
  readonly each: readonly number[];
  /** Frame and gap, which go with the last of them. */
  readonly frame: number;
}

/** A part that may stand elsewhere: what its own place loses and what the other place gains. */
export interface MovableMeasure {
  readonly here: number;
  readonly there: number;
}

export type Column = 'side-one' | 'wide' | 'rail' | 'later';

export interface BlockMeasure {
  readonly id: string;
  readonly column: Column;
  /** What its column loses with it, its gap included. */
  readonly height: number;
  /** The same when the column has no air left. */
  readonly least: number;
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
  /** Reliefs measured, from none on. */
  readonly reliefs: readonly ReliefMeasure[];
  /** What side one loses without the three things, under the last relief. */
  readonly keyPoints: number;
  readonly noteIds: readonly string[];
  /** The notes in the wide column, and there with less air. */
  readonly wideNotes: NotesMeasure;
  readonly wideNotesTight: NotesMeasure;
  /** What the wide column gains with side one's facts. */
  readonly wideFacts: number;
  /** From the wide column to side four; nothing when there is no such part or side. */
  readonly bed?: MovableMeasure;
  readonly life?: MovableMeasure;
  /** Blocks of work and daily life. */
  readonly lifeIds: readonly string[];
  readonly wide: number;
  /** The wide column with less air. */
  readonly wideTight: number;
  /** And with the headings of its cards in their first lines. */
  readonly wideRunIn: number;
  /** The highest block that a page break must not split, in the wide column and in the rail. */
  readonly largest: number;
  readonly largestPart: number;
  readonly rail: number;
  /** The rail with less air. */
  readonly railTight: number;
  /** Sides three and four of the full style. */
  readonly later: readonly number[];
  /** The same with less air. */
  readonly laterTight: readonly number[];
  /** The moves that have a page of their own. */
  readonly moves: readonly MoveMeasure[];
  readonly blocks: readonly BlockMeasure[];
  readonly sections: readonly SectionMeasure[];
}
