/** Measurements of side one -> the least relief with which it fits, or how its tail flows on to page 2. */

import type { Paper } from '../domain/clinic.ts';
import type { PageSettings } from '../domain/page-settings.ts';
import { chooseSplit } from './choose-split.ts';
import { type Drop, dropBlocks } from './drop-blocks.ts';
import type { Measurements } from './measurements.ts';
import { FIRST_WITH_DROPS, measureRequest, reliefSettings } from './reliefs.ts';

export interface SideOne {
  readonly omit: readonly string[];
  readonly settings: Partial<PageSettings>;
  /** In mm, on page 1. */
  readonly used: number;
  /** What flows on to page 2. */
  readonly overflow: number;
  /** The same overflow with all left out that may be. */
  readonly least?: { readonly omit: readonly string[]; readonly overflow: number };
  /** The warning boxes stand whole on page 1. */
  readonly signsFit: boolean;
}

/** In mm: from here on the 911 box is clearly the wider one. */
const NARROWEST_AT_FIRST = 98;

interface Try {
  readonly settings: Partial<PageSettings>;
  /** Whether blocks may be left out as well. */
  readonly mayDrop: boolean;
  readonly used: number;
  /** Foot of the warning boxes. */
  readonly signs: number;
}

/** `room`: what page 1 holds. */
export function fitSideOne(
  measured: Measurements,
  drops: readonly Drop[],
  paper: Paper,
  room: number,
): SideOne {
  const { splits } = measureRequest(paper, []);
  const tries = measured.reliefs.flatMap((relief, index): Try[] =>
    // Only when all air is out may the 911 box become the narrower one.
    (index < FIRST_WITH_DROPS ? [NARROWEST_AT_FIRST] : [NARROWEST_AT_FIRST, 0]).map((least) => {
      const { split, height } = chooseSplit(splits, relief.boxes, least);
      const settings = { ...reliefSettings(index), split };
      const mayDrop = index >= FIRST_WITH_DROPS && least === 0;
      return { settings, mayDrop, used: relief.rest + height, signs: relief.above + height };
    }),
  );
  for (const { settings, used, mayDrop } of tries) {
    if (used <= room) return { omit: [], settings, used, overflow: 0, signsFit: true };
    if (!mayDrop) continue;
    const dropped = dropBlocks(measured, 'side-one', used, room, drops);
    if (dropped.height > room) continue;
    return { omit: dropped.omit, settings, used: dropped.height, overflow: 0, signsFit: true };
  }
  return flowOn(tries, measured, drops, room);
}

/** Blocks after the warning boxes flow on to page 2; the three things follow them if the boxes need their room too. */
function flowOn(
  tries: readonly Try[],
  measured: Measurements,
  drops: readonly Drop[],
  room: number,
): SideOne {
  const whole = tries.find((each) => each.signs <= room);
  const chosen = whole ?? tries.find((each) => each.signs - measured.keyPoints <= room) ?? tries.at(-1);
  if (chosen === undefined) throw new Error('side one was not measured');
  const signs = chosen.signs - (whole === undefined ? measured.keyPoints : 0);
  const shortest = dropBlocks(measured, 'side-one', chosen.used, 0, drops);
  return {
    omit: [],
    settings: { ...chosen.settings, keyPointsFirst: whole !== undefined },
    used: signs,
    overflow: chosen.used - signs,
    least: { omit: shortest.omit, overflow: shortest.height - signs },
    signsFit: signs <= room,
  };
}
