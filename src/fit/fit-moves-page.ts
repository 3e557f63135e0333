/** Measurements of the page of moves -> the moves to leave out so that one page holds it, if that can be done. */

import type { Drop } from './drop-blocks.ts';
import type { Measurements, MoveMeasure } from './measurements.ts';

/** Moves stand two abreast, and the parts of a pair are in line. */
const ABREAST = 2;
/** Taking more than this away would be another page, not a tighter one. */
const MOST_ROWS_LESS = 1;

export interface MovesPage {
  readonly omit: readonly string[];
  /** Heights of sides three and four. */
  readonly later: readonly number[];
}

/** In the declared order; of moves with the same number, the last goes first. */
export function fitMovesPage(measured: Measurements, drops: readonly Drop[], room: number): MovesPage {
  const { later, moves } = measured;
  const height = later.at(-1);
  if (height === undefined || moves.length === 0 || height <= room) return { omit: [], later };
  const orderOf = new Map(drops.map(({ id, drop }) => [id, drop]));
  const queue = moves
    .filter(({ id }) => orderOf.has(id))
    .reverse()
    .sort((a, b) => (orderOf.get(a.id) ?? 0) - (orderOf.get(b.id) ?? 0));
  const rows = rowsOf(moves);
  for (let count = 1; count <= queue.length; count += 1) {
    const gone = queue.slice(0, count);
    const kept = rowsOf(moves.filter((move) => !gone.includes(move)));
    if (kept.length < rows.length - MOST_ROWS_LESS) break;
    const fitted = height - sum(rows) + sum(kept);
    if (fitted <= room) return { omit: gone.map((move) => move.id), later: [...later.slice(0, -1), fitted] };
  }
  return { omit: [], later };
}

/** The height of each row: of every part the higher one of the pair, and what stands around the parts. */
function rowsOf(moves: readonly MoveMeasure[]): number[] {
  const rows: number[] = [];
  for (let first = 0; first < moves.length; first += ABREAST) {
    const pair = moves.slice(first, first + ABREAST);
    const parts = (pair[0]?.parts ?? []).map((_, part) =>
      Math.max(...pair.map((each) => each.parts[part] ?? 0)),
    );
    rows.push(sum(parts) + Math.max(...pair.map((each) => each.around)));
  }
  return rows;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
