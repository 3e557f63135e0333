/** How side one gives way to long warning lists: what is tried, in order, and how each step shows in the page. */

import type { Paper } from '../domain/clinic.ts';
import type { PageSettings } from '../domain/page-settings.ts';
import { paperSizeOf } from '../domain/paper-size.ts';
import type { PiecesRequest } from './piece-measures.ts';

/** In mm, left free at the foot of a side: print layout may differ a little from what is measured. */
export const LEAST_RESERVE = 1;
/** The most that `fit` can be asked to leave free. */
export const MOST_RESERVE = 8;

interface Relief {
  /** Class of the body that the styles know. */
  readonly className?: string;
  /** The warning boxes become lower by it. */
  readonly boxes?: boolean;
  readonly settings: Partial<PageSettings>;
}

/** Least loss first: air, then (from `FIRST_WITH_DROPS` on) blocks that may be left out, tags, pictures, the purpose line, the end of a long name, tall bars. */
const RELIEFS: readonly Relief[] = [
  { settings: {} },
  { className: 'tight-signs', settings: { tightSigns: true }, boxes: true },
  { className: 'tight-head', settings: { tightHead: true } },
  { className: 'run-in-notes', settings: { runInNotes: true } },
  { className: 'no-plain-tags', settings: { plainTags: false } },
  { className: 'no-group-icons', settings: { groupIcons: false }, boxes: true },
  { className: 'no-purpose', settings: { purpose: false }, boxes: true },
  { className: 'one-line-name', settings: { oneLineName: true } },
  { className: 'low-bars', settings: { lowBars: true }, boxes: true },
];

/** From here on a step is only for lists of signs that nothing else brings onto page 1, not to keep a note there. */
export const FIRST_LAST_RESORT = 7;

/** Blocks are left out once all air has been let out. */
export const FIRST_WITH_DROPS = 2;

/** The boxes' widths follow their words, within what leaves lines long enough to read. */
const NARROWEST_SPLIT = 88;
const WIDEST_SPLIT = 112;
/** In mm, every half of one. */
export const SPLITS: readonly number[] = Array.from(
  { length: (WIDEST_SPLIT - NARROWEST_SPLIT) * 2 + 1 },
  (_, index) => NARROWEST_SPLIT + index / 2,
);

/** `lastResorts`: with those reliefs that only lists of signs need which nothing else brings onto page 1. */
export function piecesRequest(
  paper: Paper,
  droppable: readonly string[],
  lastResorts: boolean,
): PiecesRequest {
  return {
    liveWidth: paperSizeOf(paper).liveWidth,
    splits: SPLITS,
    coarse: 8,
    reliefs: RELIEFS.slice(0, lastResorts ? RELIEFS.length : FIRST_LAST_RESORT).map(({ boxes }, index) => ({
      classes: RELIEFS.slice(0, index + 1).flatMap((relief) =>
        relief.className === undefined ? [] : [relief.className],
      ),
      boxes: index === 0 || boxes === true,
    })),
    droppable,
  };
}

/** The settings of a relief and of all before it. */
export function reliefSettings(index: number): Partial<PageSettings> {
  return Object.assign({}, ...RELIEFS.slice(0, index + 1).map((relief) => relief.settings));
}
