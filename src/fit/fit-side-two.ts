/** Measurements of side two and the room for it -> what leaves the wide column, and on how many pages the rest stands. */

import type { PageSettings } from '../domain/page-settings.ts';
import { type Drop, type DropResult, dropBlocks } from './drop-blocks.ts';
import type { Measurements } from './measurements.ts';

const MOST_PAGES = 4;

export interface Room {
  /** What one page holds, in mm. */
  readonly live: number;
  readonly reserve: number;
  /** What side one left for the top of the first page. */
  readonly before: number;
  /** What the wide column takes over from side one, less what it gave away; and the same with less air. */
  readonly more: number;
  readonly moreTight: number;
}

export interface SideTwo {
  readonly omit: readonly string[];
  readonly wide: number;
  readonly rail: number;
  readonly settings: Pick<PageSettings, 'tightWide' | 'runInWide' | 'tightPlan'>;
  readonly pages: number;
}

type Wide = DropResult & Pick<PageSettings, 'tightWide' | 'runInWide'>;

/** From this place in the order of `drop` on: a second move, say. */
const WORTH_MORE_THAN_AIR = 15;

/** First with blocks left out, then with less air too; a further page when neither is enough. */
export function fitSideTwo(measured: Measurements, drops: readonly Drop[], room: Room): SideTwo {
  const { live, reserve, before } = room;
  const first = live - reserve - before;
  const tightPlan = measured.rail > first;
  for (let pages = 1; ; pages += 1) {
    // At worst the largest block just misses each page's foot and moves on.
    const further = (largest: number) => first + (pages - 1) * (live - largest);
    const railRoom = further(measured.largestPart);
    const rail = tightPlan
      ? dropBlocks(measured, 'rail', measured.railTight, railRoom, drops, 'least')
      : { omit: [], height: measured.rail };
    const wideRoom = further(measured.largest);
    const tries = wideTries(measured, drops, room, wideRoom);
    const wide = tries.find((each) => each.height <= wideRoom) ?? tries[0];
    if (wide === undefined) throw new Error('side two was not measured');
    if ((wide.height <= wideRoom && rail.height <= railRoom) || pages === MOST_PAGES) {
      const { tightWide, runInWide } = wide;
      const omit = [...wide.omit, ...rail.omit];
      return {
        omit,
        wide: wide.height,
        rail: rail.height,
        settings: { tightWide, runInWide, tightPlan },
        pages,
      };
    }
  }
}

/** Least loss first. */
function wideTries(
  measured: Measurements,
  drops: readonly Drop[],
  { more, moreTight }: Room,
  room: number,
): Wide[] {
  const { wide, wideTight, wideRunIn } = measured;
  const waysWith = (some: readonly Drop[]): Wide[] => {
    const drop = (used: number, by: 'height' | 'least') => dropBlocks(measured, 'wide', used, room, some, by);
    return [
      { ...drop(wide + more, 'height'), tightWide: false, runInWide: false },
      { ...drop(wideTight + moreTight, 'least'), tightWide: true, runInWide: false },
      { ...drop(wideRunIn + moreTight, 'least'), tightWide: true, runInWide: true },
    ];
  };
  // What is worth more than air goes only when there is no air left.
  return [...waysWith(drops.filter(({ drop }) => drop < WORTH_MORE_THAN_AIR)), ...waysWith(drops)];
}
