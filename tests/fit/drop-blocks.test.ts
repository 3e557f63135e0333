/** Protects the reader: only blocks that may go do go, in the declared order, and no more of them than needed. */

import { describe, expect, it } from 'vitest';
import { dropBlocks } from '../../src/fit/drop-blocks.ts';
import type { BlockMeasure } from '../../src/fit/measurements.ts';

const block = (id: string, height: number): BlockMeasure => ({
  id,
  column: 'wide',
  height,
  least: height - 2,
});
const blocks = [block('a', 10), block('b', 30), block('c', 20), block('never', 50)];
const drops = [
  { id: 'c', drop: 1 },
  { id: 'b', drop: 3 },
  { id: 'a', drop: 2 },
];
const measured = { blocks, sections: [] };

describe('dropBlocks', () => {
  it('drops nothing from a column that fits', () => {
    expect(dropBlocks(measured, 'wide', 100, 100, drops)).toEqual({ omit: [], height: 100 });
  });

  it('follows the order and stops as soon as it fits', () => {
    expect(dropBlocks(measured, 'wide', 100, 75, drops)).toEqual({ omit: ['c', 'a'], height: 70 });
  });

  it('brings back what a larger block has made room for', () => {
    expect(dropBlocks(measured, 'wide', 100, 60, drops).omit).toEqual(['c', 'b']);
    expect(dropBlocks(measured, 'wide', 100, 70, drops).omit).toEqual(['c', 'a']);
  });

  it('counts on less where the column has less air', () => {
    expect(dropBlocks(measured, 'wide', 100, 91, drops, 'least')).toEqual({ omit: ['c'], height: 82 });
    expect(dropBlocks(measured, 'wide', 100, 81, drops, 'least').omit).toEqual(['c', 'a']);
  });

  it('never drops a block that is not declared, nor one of another column', () => {
    expect(dropBlocks(measured, 'wide', 300, 10, drops).omit.toSorted()).toEqual(['a', 'b', 'c']);
    expect(dropBlocks(measured, 'rail', 300, 10, drops).omit).toEqual([]);
  });

  it('of blocks with one number, lets the last on the page go first', () => {
    const same = blocks.map(({ id }) => ({ id, drop: 1 }));
    expect(dropBlocks(measured, 'wide', 100, 60, same).omit).toEqual(['never']);
  });

  it('counts a heading once all its blocks have gone', () => {
    const sections = [{ column: 'wide' as const, blocks: ['a', 'c'], overhead: 8 }];
    expect(dropBlocks({ blocks, sections }, 'wide', 100, 62, drops)).toEqual({
      omit: ['c', 'a'],
      height: 62,
    });
  });
});
