/** Measurements of side one -> the least relief with which it fits, and what leaves it for side two. */

import type { PageSettings } from '../domain/page-settings.ts';
import { chooseSplit } from './choose-split.ts';
import { type Drop, dropBlocks } from './drop-blocks.ts';
import type { Measurements, NotesMeasure, ReliefMeasure } from './measurements.ts';
import { FIRST_LAST_RESORT, FIRST_WITH_DROPS, reliefSettings, SPLITS } from './reliefs.ts';

export interface SideOne {
  readonly omit: readonly string[];
  readonly settings: Partial<PageSettings>;
  /** Notes and facts that side two takes over. */
  readonly moved: Moved;
  /** In mm, on page 1. */
  readonly used: number;
  /** What flows on to the top of page 2, at full width: the three things. */
  readonly overflow: number;
  /** All that stays stands on page 1, without a last resort. */
  readonly fits: boolean;
  /** The warning boxes stand whole on page 1. */
  readonly signsFit: boolean;
}

export interface Moved {
  /** Ids, the last ones on the page. */
  readonly notes: readonly string[];
  readonly facts: boolean;
}

/** In mm: from here on the 911 box is clearly the wider one. */
const NARROWEST_AT_FIRST = 98;

interface Try {
  readonly settings: Partial<PageSettings>;
  /** Only for the warning boxes. */
  readonly lastResort: boolean;
  /** Whether blocks may be left out as well. */
  readonly mayDrop: boolean;
  readonly used: number;
  /** Foot of the warning boxes. */
  readonly signs: number;
  readonly notes: NotesMeasure;
  /** What goes with the facts. */
  readonly facts: number;
  readonly blocks: ReliefMeasure['blocks'];
  readonly sections: ReliefMeasure['sections'];
}

/** `room`: what page 1 holds. `whole`: nothing is left out, since there is room for it on a further side. */
export function fitSideOne(
  measured: Measurements,
  drops: readonly Drop[],
  room: number,
  whole: boolean,
): SideOne {
  const tries = triesOf(measured);
  const { noteIds } = measured;
  const mayGo = new Set(drops.map(({ id }) => id));
  // Before a note moves, those go that may be left out; a further side keeps them all.
  const weighty = whole ? noteIds : noteIds.filter((id) => !mayGo.has(id));
  const moves = [...weighty.keys(), weighty.length].map((count) => weighty.slice(weighty.length - count));
  // On two sides facts have no second place: they are the first to go.
  const ways: Moved[] = moves.map((notes) => ({ notes, facts: whole }));
  for (const moved of whole ? [{ notes: [], facts: false }, ...ways] : ways) {
    const dropped = moved.notes.length > 0 ? noteIds.filter((id) => !weighty.includes(id)) : [];
    const gone = [...moved.notes, ...dropped];
    for (const each of tries.filter(({ lastResort }) => !lastResort)) {
      const used =
        each.used - notesHeight(each.notes, noteIds, gone, noteIds.length) - (moved.facts ? each.facts : 0);
      const settings = settingsOf(each, moved);
      const fitting = { settings, moved, overflow: 0, fits: true, signsFit: true };
      if (used <= room) return { ...fitting, omit: dropped, used };
      if (!each.mayDrop || whole) continue;
      const { sections } = each;
      const blocks = each.blocks.filter(({ id }) => !gone.includes(id));
      const { omit, height } = dropBlocks({ blocks, sections }, 'side-one', used, room, drops);
      if (height <= room) return { ...fitting, omit: [...dropped, ...omit], used: height };
    }
  }
  return boxesAlone(tries, measured, room);
}

function triesOf(measured: Measurements): Try[] {
  return measured.reliefs.flatMap((relief, index): Try[] =>
    // Only when all air is out may the 911 box become the narrower one.
    (index < FIRST_WITH_DROPS ? [NARROWEST_AT_FIRST] : [NARROWEST_AT_FIRST, 0]).map((least) => {
      const { split, height } = chooseSplit(SPLITS, relief.boxes, least);
      return {
        settings: { ...reliefSettings(index), split },
        mayDrop: index >= FIRST_WITH_DROPS && least === 0,
        lastResort: index >= FIRST_LAST_RESORT,
        used: relief.rest + height,
        signs: relief.above + height,
        notes: relief.notes,
        facts: relief.facts,
        blocks: relief.blocks,
        sections: relief.sections,
      };
    }),
  );
}

/** Of these notes together; their frame counts from `framed` notes on. */
export function notesHeight(
  { each, frame }: NotesMeasure,
  noteIds: readonly string[],
  ids: readonly string[],
  framed: number,
): number {
  const heights = noteIds.reduce((sum, id, index) => sum + (ids.includes(id) ? (each[index] ?? 0) : 0), 0);
  return heights + (ids.length > 0 && ids.length >= framed ? frame : 0);
}

function settingsOf({ settings }: Try, moved: Moved): Partial<PageSettings> {
  return { ...settings, notesOnSideTwo: moved.notes.length, factsOnSideTwo: moved.facts };
}

/** All but the boxes leaves page 1, even the three things if the boxes need their room. */
function boxesAlone(tries: readonly Try[], measured: Measurements, room: number): SideOne {
  const points = measured.keyPoints;
  const chosen = tries.find((each) => each.signs - points <= room) ?? tries.at(-1);
  if (chosen === undefined) throw new Error('side one was not measured');
  const moved = { notes: measured.noteIds, facts: true };
  const used = chosen.signs - points;
  return {
    omit: [],
    settings: { ...settingsOf(chosen, moved), keyPointsFirst: false },
    moved,
    used,
    overflow: points,
    fits: false,
    signsFit: used <= room,
  };
}
