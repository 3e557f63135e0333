/** The tags beside the title -> those that stand in three rows: safety first, without pictures when room is short. */

import type { Handout } from '../domain/handout.ts';

type Tag = Handout['madeFor']['tags'][number];

/** Widths in mm, on the generous side: the true ones are known only to the browser. */
const ROW = 70;
const GAP = 1.6;
const SIDES = 4.9;
const ICON = 5.2;
const LETTER = 1.85;
const BOLD_LETTER = 2;
const MOST_ROWS = 3;

/** Drops tags from the end; the last to go are those that change a safety text. */
export function tagsInRows(tags: readonly Tag[]): Tag[] {
  const plain = tags.map(({ text, safety }): Tag => ({ text, safety }));
  const safe = tags.filter((tag) => tag.safety).length;
  const shown = fitting(tags) >= safe ? tags : plain;
  return shown.slice(0, fitting(shown));
}

/** How many, from the first on. */
function fitting(tags: readonly Tag[]): number {
  let rows = 1;
  let used = 0;
  for (const [index, tag] of tags.entries()) {
    const width = widthOf(tag);
    const beside = used === 0 ? width : used + GAP + width;
    if (beside <= ROW) {
      used = beside;
      continue;
    }
    rows += 1;
    used = width;
    if (rows > MOST_ROWS) return index;
  }
  return tags.length;
}

function widthOf({ text, safety, icon }: Tag): number {
  const letters = [...text].length * (safety ? BOLD_LETTER : LETTER);
  return SIDES + letters + (safety && icon !== undefined ? ICON : 0);
}
