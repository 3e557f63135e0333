/** The page in the browser, in print media -> heights of the two warning boxes at some splits, under each relief. */

import type { BoxHeights } from './measurements.ts';
import type { PageDocument, PageNode } from './page-node.ts';
import type { BoxesState, PiecesRequest } from './piece-measures.ts';

declare const document: PageDocument;

/** Runs inside the page and must not refer to anything outside itself. Without boxes: nothing. */
export function measureBoxes(request: PiecesRequest): BoxesState[] {
  const { body } = document;
  const find = (selector: string) => document.querySelector(selector);
  const boxes = find('[data-part="sign-boxes"]');
  const emergency = find('[data-part="emergency"]');
  const sameDay = find('[data-part="same-day"]');
  const piece = boxes?.closest('[data-side] > *') ?? null;
  if (boxes === null || piece === null) return [];
  const mm = (pixels: number) => (pixels * 25.4) / 96;
  const heightOf = (node: PageNode | null) => (node === null ? 0 : mm(node.getBoundingClientRect().height));
  const higher = (heights: BoxHeights) => Math.max(heights.emergency, heights.sameDay);
  const bestOf = (heights: readonly BoxHeights[]) =>
    heights.reduce((best, each) => (higher(each) < higher(best) ? each : best)).at;
  body.style.width = `${request.liveWidth}mm`;
  // They show their own heights only while they are not stretched to one.
  boxes.style.alignItems = 'start';
  /** `near`: the best split of the relief before; less air moves it little. */
  const heightsAt = (near: number | undefined): BoxHeights[] => {
    const measured = new Map<number, BoxHeights>();
    const measureAt = (index: number) => {
      const split = request.splits[index];
      if (split === undefined || measured.has(index)) return;
      // On the boxes alone: a change at the root would have every style of the page worked out anew.
      boxes.style.setProperty('--split', `${split}mm`);
      measured.set(index, { at: index, emergency: heightOf(emergency), sameDay: heightOf(sameDay) });
    };
    // One box gets lower as the split grows and the other higher: the lowest lies beside the lowest of a coarse walk.
    const walk = near === undefined ? request.splits.length : 0;
    for (let index = 0; index < walk; index += request.coarse) measureAt(index);
    if (near !== undefined) measureAt(near);
    // Each layout costs as much as a tenth of the printing: half the distance each time, not every split between.
    for (let step = near === undefined ? request.coarse : 4; step >= 1; step = Math.floor(step / 2)) {
      const from = bestOf([...measured.values()]);
      measureAt(from - step);
      measureAt(from + step);
    }
    return [...measured.values()].sort((a, b) => a.at - b.at);
  };
  const states: BoxesState[] = [];
  for (const { classes, boxes: changed } of request.reliefs) {
    body.classList.add(...classes);
    const before = states.at(-1);
    const top = mm(boxes.getBoundingClientRect().top - piece.getBoundingClientRect().top);
    const heights =
      changed || before === undefined
        ? heightsAt(before === undefined ? undefined : bestOf(before.heights))
        : before.heights;
    states.push({ top, heights });
  }
  for (const { classes } of request.reliefs) body.classList.remove(...classes);
  return states;
}
