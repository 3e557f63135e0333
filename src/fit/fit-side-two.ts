/** Measurements of side two and the room for it -> what leaves the wide column, and on how many pages the rest stands. */

import { type Drop, dropBlocks } from './drop-blocks.ts';
import type { Measurements } from './measurements.ts';

/** How much less a block takes with its gap when the column has less air. */
const TIGHTER = 1.6;
/** The same for a line of the plan. */
const TIGHTER_LINE = 1;
const MOST_PAGES = 4;

export interface Room {
  /** What one page holds, in mm. */
  readonly live: number;
  readonly reserve: number;
  /** What side one left for the top of the first page. */
  readonly before: number;
}

export interface SideTwo {
  readonly omit: readonly string[];
  readonly wide: number;
  readonly rail: number;
  readonly tightWide: boolean;
  readonly tightPlan: boolean;
  readonly pages: number;
}

/** First with blocks left out, then with less air too; a further page when neither is enough. */
export function fitSideTwo(measured: Measurements, drops: readonly Drop[], room: Room): SideTwo {
  const { live, reserve, before } = room;
  // At worst the largest block just misses each page's foot and moves on.
  for (let pages = 1; ; pages += 1) {
    const height = pages * live - reserve - before - (pages - 1) * measured.largest;
    const tightPlan = measured.rail > height;
    const rail = tightPlan
      ? dropBlocks(measured, 'rail', measured.railTight, height, drops, TIGHTER_LINE)
      : { omit: [], height: measured.rail };
    const airy = dropBlocks(measured, 'wide', measured.wide, height, drops);
    const tightWide = airy.height > height && pages === 1;
    const wide = tightWide ? dropBlocks(measured, 'wide', measured.wideTight, height, drops, TIGHTER) : airy;
    if ((wide.height <= height && rail.height <= height) || pages === MOST_PAGES) {
      const omit = [...wide.omit, ...rail.omit];
      return { omit, wide: wide.height, rail: rail.height, tightWide, tightPlan, pages };
    }
  }
}
