/** The page of moves in the browser, in print media -> what each move takes, part by part. */

import type { MoveMeasure } from './measurements.ts';
import type { PageDocument, PageNode } from './page-node.ts';

declare const document: PageDocument;

/** Runs inside the page and must not refer to anything outside itself. Without such a page: nothing. */
export function measureMoves(liveWidth: number): MoveMeasure[] {
  document.body.style.width = `${liveWidth}mm`;
  const heightOf = (node: PageNode) => (node.getBoundingClientRect().height * 25.4) / 96;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const rows = [...document.querySelectorAll('[data-side="4"] .move')].map((move) => {
    const heights = (selector: string) => [...move.querySelectorAll(selector)].map(heightOf);
    const parts = [
      Math.max(0, ...heights('.move-figures > *')),
      Math.max(0, ...heights('h3')),
      sum(heights('.move-words > *')),
    ];
    return { id: move.getAttribute('data-block') ?? '', row: heightOf(move), parts };
  });
  return rows.map(({ id, row, parts }, index) => {
    // Two moves stand in a row, and the higher one of each part decides.
    const partner = rows[index % 2 === 0 ? index + 1 : index - 1];
    const taken = sum(parts.map((part, at) => Math.max(part, partner?.parts[at] ?? 0)));
    return { id, parts, around: Math.max(0, row - taken) };
  });
}
