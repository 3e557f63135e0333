/** Measurements of a page and the blocks that may go -> what to leave out and the settings with which it fits. */

import type { Paper } from '../domain/clinic.ts';
import { DEFAULT_PAGE_SETTINGS, type PageSettings } from '../domain/page-settings.ts';
import { paperSizeOf } from '../domain/paper-size.ts';
import type { Drop } from './drop-blocks.ts';
import { fitMovesPage } from './fit-moves-page.ts';
import { fitSideOne } from './fit-side-one.ts';
import { fitSideTwo } from './fit-side-two.ts';
import type { Measurements } from './measurements.ts';
import { LEAST_RESERVE } from './reliefs.ts';

/** Between side one's last block and side two, when they share a page. */
const JOIN = 6;

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

/** `reserve`: mm left free at the foot of each side, 8 at most. */
export function fit(
  measured: Measurements,
  drops: readonly Drop[],
  paper: Paper,
  reserve: number = LEAST_RESERVE,
): Fit {
  const { liveFirst, liveLater } = paperSizeOf(paper);
  const first = fitSideOne(measured, drops, paper, liveFirst - reserve);
  const startsPage = first.overflow === 0;
  const second = (overflow: number) =>
    fitSideTwo(measured, drops, { live: liveLater, reserve, before: startsPage ? 0 : overflow + JOIN });
  const shortest = second(first.least?.overflow ?? 0);
  // A third side has room for all: then what could be left out of side one stays.
  const one = shortest.pages === 1 && first.least !== undefined ? { ...first, ...first.least } : first;
  const two = shortest.pages === 1 ? shortest : second(one.overflow);
  const moves = fitMovesPage(measured, drops, liveLater - reserve);
  const later = moves.later.reduce((sum, height) => sum + Math.max(1, Math.ceil(height / liveLater)), 0);
  return {
    omit: [...one.omit, ...two.omit, ...moves.omit],
    settings: {
      ...DEFAULT_PAGE_SETTINGS,
      ...one.settings,
      tightWide: two.tightWide,
      tightPlan: two.tightPlan,
      sideTwoStartsPage: startsPage,
      fillSideTwo: startsPage && two.pages === 1,
    },
    pages: 1 + two.pages + later,
    used: { sideOne: one.used, wide: two.wide, rail: two.rail },
    live: { first: liveFirst, later: liveLater },
    signsOnPageOne: one.signsFit,
  };
}
