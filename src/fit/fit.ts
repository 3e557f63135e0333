/** Measurements of a page and the blocks that may go -> what to leave out and the settings with which it fits. */

import type { Paper } from '../domain/clinic.ts';
import { DEFAULT_PAGE_SETTINGS, type PageSettings } from '../domain/page-settings.ts';
import { paperSizeOf } from '../domain/paper-size.ts';
import type { Drop } from './drop-blocks.ts';
import { fitLaterSides } from './fit-later-sides.ts';
import { fitSideOne } from './fit-side-one.ts';
import type { Measurements } from './measurements.ts';
import { FIRST_LAST_RESORT, LEAST_RESERVE, MOST_RESERVE } from './reliefs.ts';

export interface Fit {
  /** Ids of the blocks to leave out. */
  readonly omit: readonly string[];
  readonly settings: PageSettings;
  /** Pages that this should print. */
  readonly pages: number;
  /** Heights in mm: what stands on page 1 and in the two columns of side two. */
  readonly used: { readonly sideOne: number; readonly wide: number; readonly rail: number };
  /** What page 1 and the later pages hold. */
  readonly live: { readonly first: number; readonly later: number };
  /** False when even the warning boxes alone are higher than page 1. */
  readonly signsOnPageOne: boolean;
}

/** Whether nothing but the last reliefs, which were not measured, may bring the signs onto page 1. */
export function needsLastResorts(measured: Measurements, drops: readonly Drop[], paper: Paper): boolean {
  if (measured.reliefs.length !== FIRST_LAST_RESORT) return false;
  const room = paperSizeOf(paper).liveFirst - MOST_RESERVE;
  return [false, true].some((whole) => !fitSideOne(measured, drops, room, whole).fits);
}

/** `reserve`: mm left free at the foot of each side, 8 at most. */
export function fit(
  measured: Measurements,
  drops: readonly Drop[],
  paper: Paper,
  reserve: number = LEAST_RESERVE,
): Fit {
  const { liveFirst, liveLater } = paperSizeOf(paper);
  const layOut = (whole: boolean) => {
    const one = fitSideOne(measured, drops, liveFirst - reserve, whole);
    return { one, rest: fitLaterSides(measured, drops, one, { live: liveLater, reserve }) };
  };
  const shortest = layOut(false);
  const longer = shortest.rest.two.pages === 1 ? shortest : layOut(true);
  // A third side has room for all: then what could be left out of side one stays.
  const { one, rest } = longer.rest.pages > shortest.rest.pages ? shortest : longer;
  const startsPage = one.overflow === 0;
  return {
    omit: [...one.omit, ...rest.omit],
    settings: {
      ...DEFAULT_PAGE_SETTINGS,
      ...one.settings,
      ...rest.settings,
      sideTwoStartsPage: startsPage,
      fillSideTwo: startsPage && rest.two.pages === 1,
    },
    pages: 1 + rest.pages,
    used: { sideOne: one.used, wide: rest.two.wide, rail: rest.two.rail },
    live: { first: liveFirst, later: liveLater },
    signsOnPageOne: one.signsFit,
  };
}
