/** What the pieces of a sheet measure, each for itself -> the measurements of the whole sheet, in mm. */

import type {
  BlockMeasure,
  BoxHeights,
  Column,
  Measurements,
  MoveMeasure,
  NotesMeasure,
  ReliefMeasure,
  SectionMeasure,
} from './measurements.ts';
import type { BoxesState, PieceMeasure, PieceState } from './piece-measures.ts';

export interface SheetMeasures {
  readonly pieces: Readonly<Record<Column, readonly PieceMeasure[]>>;
  /** What a column has beyond its pieces and their gaps. */
  readonly frames: Readonly<Record<Column, number>>;
  /** By relief; nothing on a sheet without warning boxes. */
  readonly boxes: readonly BoxesState[];
  /** Of the page of moves. */
  readonly moves: readonly MoveMeasure[];
  /** Under each relief, where it was seen on the whole sheet; else the pieces above the boxes count. */
  readonly above?: readonly number[];
}

/** The states of side two's columns, as `measurePieces` gives them. */
const AIRY = 0;
const TIGHT = 1;
const RUN_IN = 2;

const NO_BOXES: readonly BoxHeights[] = [{ at: 0, emergency: 0, sameDay: 0 }];

export function compose(sheet: SheetMeasures): Measurements {
  const { pieces, boxes, moves } = sheet;
  const one = pieces['side-one'];
  const notes = one.find(({ part }) => part === 'notes');
  const keyPoints = one.find(({ part }) => part === 'key-points')?.states.at(-1);
  const movable = (part: string) => {
    const moved = pieces.wide.find((piece) => piece.part === part)?.elsewhere;
    return moved && { here: mm(moved.here), there: mm(moved.there) };
  };
  const bed = movable('bed-and-sleep');
  const life = movable('daily-life');
  const heightOf = (column: Column, state: number) =>
    mm(sheet.frames[column] + sum(pieces[column].map((piece) => outer(piece.states[state]))));
  return {
    // Templates without a side one have nothing to give way: one relief, the first.
    reliefs: (one[0]?.states ?? [undefined]).map((_, relief) =>
      reliefOf(sheet, notes, boxes[relief], relief),
    ),
    keyPoints: mm(outer(keyPoints)),
    noteIds: notes?.ids ?? [],
    lifeIds: pieces.wide.find(({ part }) => part === 'daily-life')?.ids ?? [],
    wideNotes: notesInMm(notes?.notes?.wide[AIRY]),
    wideNotesTight: notesInMm(notes?.notes?.wide[TIGHT]),
    wideFacts: mm(one.find(({ part }) => part === 'facts')?.elsewhere?.there ?? 0),
    ...(bed === undefined ? {} : { bed }),
    ...(life === undefined ? {} : { life }),
    wide: heightOf('wide', AIRY),
    wideTight: heightOf('wide', TIGHT),
    wideRunIn: heightOf('wide', RUN_IN),
    largest: mm(Math.max(0, ...[...one, ...pieces.wide].map(({ largest }) => largest))),
    largestPart: mm(Math.max(0, ...pieces.rail.map(({ largest }) => largest))),
    rail: heightOf('rail', AIRY),
    railTight: heightOf('rail', TIGHT),
    later: pieces.later.map(({ states }) => mm(states[AIRY]?.height ?? 0)),
    laterTight: pieces.later.map(({ states }) => mm(states[TIGHT]?.height ?? 0)),
    moves,
    blocks: [...blocksOf(pieces.wide, 'wide', AIRY, RUN_IN), ...blocksOf(pieces.rail, 'rail', AIRY, TIGHT)],
    sections: [...sectionsOf(pieces.wide, 'wide', AIRY), ...sectionsOf(pieces.rail, 'rail', AIRY)],
  };
}

function reliefOf(
  { pieces, frames, above }: SheetMeasures,
  notes: PieceMeasure | undefined,
  boxes: BoxesState | undefined,
  relief: number,
): ReliefMeasure {
  const one = pieces['side-one'];
  const holder = one.findIndex(({ holdsBoxes }) => holdsBoxes);
  const before = one.slice(0, Math.max(0, holder)).map((piece) => outer(piece.states[relief]));
  return {
    boxes: boxes?.heights ?? NO_BOXES,
    rest: mm(frames['side-one'] + sum(one.map((piece) => outer(piece.states[relief])))),
    above:
      above?.[relief] === undefined
        ? mm(sum(before) + (one[holder]?.states[relief]?.gap ?? 0)) + (boxes?.top ?? 0)
        : mm(above[relief]),
    notes: notesInMm(notes?.notes?.here[relief]),
    facts: mm(outer(one.find(({ part }) => part === 'facts')?.states[relief])),
    blocks: blocksOf(one, 'side-one', relief, relief),
    sections: sectionsOf(one, 'side-one', relief),
  };
}

/** `airy`, `least`: in which state a block takes most and least. */
function blocksOf(
  pieces: readonly PieceMeasure[],
  column: Column,
  airy: number,
  least: number,
): BlockMeasure[] {
  return pieces.flatMap(({ blocks, states }) =>
    blocks.map((id, at) => {
      const height = states[airy]?.losses[at] ?? 0;
      return { id, column, height: mm(height), least: mm(states[least]?.losses[at] ?? height) };
    }),
  );
}

function sectionsOf(pieces: readonly PieceMeasure[], column: Column, state: number): SectionMeasure[] {
  return pieces.flatMap(({ sections, blocks: ids, states }) =>
    sections.map((blocks, at) => {
      const { sectionLosses = [], losses = [] } = states[state] ?? {};
      const inIt = sum(blocks.map((id) => losses[ids.indexOf(id)] ?? 0));
      return { column, blocks, overhead: mm(Math.max(0, (sectionLosses[at] ?? 0) - inIt)) };
    }),
  );
}

function notesInMm({ each, frame }: NotesMeasure = { each: [], frame: 0 }): NotesMeasure {
  return { each: each.map(mm), frame: mm(frame) };
}

function mm(pixels: number): number {
  return (pixels * 25.4) / 96;
}

function outer(state: PieceState | undefined): number {
  return state === undefined ? 0 : state.height + state.gap;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
