/** Measurements of side one -> the least relief with which it fits, and what leaves it for side two. */

import type { Paper } from '../domain/clinic.ts';
import type { PageSettings } from '../domain/page-settings.ts';
import { chooseSplit } from './choose-split.ts';
import { type Drop, dropBlocks } from './drop-blocks.ts';
import type { Measurements, NotesMeasure } from './measurements.ts';
import { FIRST_WITH_DROPS, measureRequest, reliefSettings } from './reliefs.ts';

export interface SideOne {
  readonly omit: readonly string[];
  readonly settings: Partial<PageSettings>;
  /** Notes and facts that side two takes over. */
  readonly moved: Moved;
  /** In mm, on page 1. */
  readonly used: number;
  /** What flows on to the top of page 2, at full width: the three things. */
  readonly overflow: number;
  /** The warning boxes stand whole on page 1. */
  readonly signsFit: boolean;
}

export interface Moved {
  /** So many notes, from the last on. */
  readonly notes: number;
  readonly facts: boolean;
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
  readonly notes: NotesMeasure;
}

/** `room`: what page 1 holds. `whole`: nothing is left out, since there is room for it on a further side. */
export function fitSideOne(
  measured: Measurements,
  drops: readonly Drop[],
  paper: Paper,
  room: number,
  whole: boolean,
): SideOne {
  const tries = triesOf(measured, paper);
  const count = measured.reliefs[0]?.notes.each.length ?? 0;
  const left = Array.from({ length: count + 1 }, (_, notes): Moved => ({ notes, facts: false }));
  // On two sides facts have no second place: they are the first to go.
  const moves = whole
    ? [{ notes: 0, facts: false }, ...left.map(({ notes }) => ({ notes, facts: true }))]
    : left;
  for (const moved of moves) {
    for (const each of tries) {
      const used = each.used - noteLoss(each.notes, moved.notes) - (moved.facts ? measured.facts.here : 0);
      const settings = settingsOf(each, moved);
      if (used <= room) return { omit: [], settings, moved, used, overflow: 0, signsFit: true };
      if (!each.mayDrop || whole) continue;
      const dropped = dropBlocks(stayingIn(measured, moved.notes), 'side-one', used, room, drops);
      if (dropped.height > room) continue;
      const { omit, height } = dropped;
      return { omit, settings, moved, used: height, overflow: 0, signsFit: true };
    }
  }
  return boxesAlone(tries, measured, room, count);
}

function triesOf(measured: Measurements, paper: Paper): Try[] {
  const { splits } = measureRequest(paper, []);
  return measured.reliefs.flatMap((relief, index): Try[] =>
    // Only when all air is out may the 911 box become the narrower one.
    (index < FIRST_WITH_DROPS ? [NARROWEST_AT_FIRST] : [NARROWEST_AT_FIRST, 0]).map((least) => {
      const { split, height } = chooseSplit(splits, relief.boxes, least);
      return {
        settings: { ...reliefSettings(index), split },
        mayDrop: index >= FIRST_WITH_DROPS && least === 0,
        used: relief.rest + height,
        signs: relief.above + height,
        notes: relief.notes,
      };
    }),
  );
}

/** What side one or the wide column has less or more by so many notes. */
export function noteLoss({ each, frame }: NotesMeasure, moved: number): number {
  const heights = moved === 0 ? 0 : each.slice(-moved).reduce((sum, height) => sum + height, 0);
  return heights + (moved > 0 && moved === each.length ? frame : 0);
}

/** Notes that have left side one need not be left out of it. */
function stayingIn(measured: Measurements, moved: number): Measurements {
  const gone = measured.noteIds.slice(measured.noteIds.length - moved);
  return { ...measured, blocks: measured.blocks.filter(({ id }) => !gone.includes(id)) };
}

function settingsOf({ settings }: Try, moved: Moved): Partial<PageSettings> {
  return { ...settings, notesOnSideTwo: moved.notes, factsOnSideTwo: moved.facts };
}

/** All but the boxes leaves page 1, even the three things if the boxes need their room. */
function boxesAlone(tries: readonly Try[], measured: Measurements, room: number, count: number): SideOne {
  const points = measured.keyPoints;
  const chosen = tries.find((each) => each.signs - points <= room) ?? tries.at(-1);
  if (chosen === undefined) throw new Error('side one was not measured');
  const moved = { notes: count, facts: true };
  const used = chosen.signs - points;
  return {
    omit: [],
    settings: { ...settingsOf(chosen, moved), keyPointsFirst: false },
    moved,
    used,
    overflow: points,
    signsFit: used <= room,
  };
}
