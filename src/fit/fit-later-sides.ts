/** Measurements and what side one gave up -> side two and, in the full style, what of it stands under the moves. */

import type { PageSettings } from '../domain/page-settings.ts';
import type { Drop } from './drop-blocks.ts';
import { fitMovesPage } from './fit-moves-page.ts';
import { notesHeight, type SideOne } from './fit-side-one.ts';
import { fitSideTwo, type SideTwo } from './fit-side-two.ts';
import type { Measurements, NotesMeasure } from './measurements.ts';

/** Between side one's last block and side two, when they share a page. */
const JOIN = 6;

export interface LaterSides {
  readonly two: SideTwo;
  readonly omit: readonly string[];
  readonly settings: Partial<PageSettings>;
  /** All pages from page 2 on. */
  readonly pages: number;
}

interface Page {
  readonly live: number;
  readonly reserve: number;
}

/** What may stand under the moves, least change first. */
const PLACES = [
  { life: false, bed: false },
  { life: true, bed: false },
  { life: false, bed: true },
  { life: true, bed: true },
] as const;

/** The fewest pages; of those, the fewest blocks left out, and then the least moved. */
export function fitLaterSides(
  measured: Measurements,
  drops: readonly Drop[],
  one: SideOne,
  page: Page,
): LaterSides {
  const possible = PLACES.filter(
    ({ life, bed }) => !(life && measured.life === undefined) && !(bed && measured.bed === undefined),
  );
  return possible
    .map((place) => fitPlace(measured, drops, one, page, place))
    .reduce((best, each) =>
      each.pages < best.pages || (each.pages === best.pages && each.omit.length < best.omit.length)
        ? each
        : best,
    );
}

function fitPlace(
  measured: Measurements,
  drops: readonly Drop[],
  one: SideOne,
  { live, reserve }: Page,
  place: (typeof PLACES)[number],
): LaterSides {
  const gone = [place.life ? measured.life : undefined, place.bed ? measured.bed : undefined];
  const away = gone.reduce((sum, part) => sum + (part?.here ?? 0), 0);
  const under = gone.reduce((sum, part) => sum + (part?.there ?? 0), 0);
  const notes = (heights: NotesMeasure) => notesHeight(heights, measured.noteIds, one.moved.notes, 1);
  const facts = one.moved.facts ? measured.wideFacts : 0;
  const staying = place.life ? drops.filter(({ id }) => !measured.lifeIds.includes(id)) : drops;
  const two = fitSideTwo(measured, staying, {
    live,
    reserve,
    before: one.overflow === 0 ? 0 : one.overflow + JOIN,
    more: notes(measured.wideNotes) + facts - away,
    moreTight: notes(measured.wideNotesTight) + facts - away,
  });
  const room = live - reserve;
  const withMore = (heights: readonly number[]) => [
    ...heights.slice(0, -1),
    ...heights.slice(-1).map((height) => height + under),
  ];
  const airy = withMore(measured.later);
  const tightLater = airy.some((height) => height > room);
  const later = tightLater ? withMore(measured.laterTight) : airy;
  const moves = fitMovesPage({ ...measured, later }, drops, room);
  const pages = moves.later.reduce((sum, height) => sum + Math.max(1, Math.ceil(height / room)), 0);
  return {
    two,
    omit: [...two.omit, ...moves.omit],
    settings: {
      ...two.settings,
      tightLater,
      lifeOnSideFour: place.life,
      bedOnSideFour: place.bed,
    },
    pages: two.pages + pages,
  };
}
