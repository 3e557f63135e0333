/** A column that is too high and the order in which its blocks may go -> the fewest that make it fit. */

import type { Column, Measurements } from './measurements.ts';

export interface Drop {
  readonly id: string;
  /** 1 goes first. */
  readonly drop: number;
}

export interface DropResult {
  readonly omit: readonly string[];
  /** Height of the column without them. */
  readonly height: number;
}

/** Of blocks with the same number, the last on the page goes first; `by` names the height that each frees. */
export function dropBlocks(
  measured: Pick<Measurements, 'blocks' | 'sections'>,
  column: Column,
  used: number,
  room: number,
  drops: readonly Drop[],
  by: 'height' | 'least' = 'height',
): DropResult {
  const orderOf = new Map(drops.map(({ id, drop }) => [id, drop]));
  const own = measured.blocks.filter((block) => block.column === column && orderOf.has(block.id));
  const queue = [...own].reverse().sort((a, b) => (orderOf.get(a.id) ?? 0) - (orderOf.get(b.id) ?? 0));
  const heightWithout = (omit: ReadonlySet<string>) =>
    used -
    own.filter((block) => omit.has(block.id)).reduce((sum, block) => sum + block[by], 0) -
    measured.sections
      .filter((section) => section.column === column && section.blocks.every((id) => omit.has(id)))
      .reduce((sum, section) => sum + section.overhead, 0);

  const omit = new Set<string>();
  for (const block of queue) {
    if (heightWithout(omit) <= room) break;
    omit.add(block.id);
  }
  // A large block may have made room for small ones that went before it.
  for (const block of [...queue].reverse()) {
    if (!omit.has(block.id)) continue;
    omit.delete(block.id);
    if (heightWithout(omit) > room) omit.add(block.id);
  }
  return {
    omit: queue.filter((block) => omit.has(block.id)).map((block) => block.id),
    height: heightWithout(omit),
  };
}
