/** Protects: every figure in the content can be drawn, stays light, and its body is one that can be. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PAINTS } from '../../src/domain/drawing.ts';
import { type Figure, figureSchema } from '../../src/domain/figure.ts';
import { drawFigure } from '../../src/draw/figure.ts';
import { poseProblems } from '../../src/draw/pose-problems.ts';

const folder = new URL('../../content/figures/', import.meta.url);
const figures = readdirSync(folder).map((name): readonly [string, Figure] => [
  name.replace('.yaml', ''),
  figureSchema.parse(parse(readFileSync(new URL(name, folder), 'utf8'))),
]);

describe.each(figures)('figure %s', (_id, figure) => {
  const drawing = drawFigure(figure);

  it('has a body that can be', () => {
    expect(poseProblems(figure)).toEqual([]);
  });

  it('draws only path commands, in known paints', () => {
    for (const shape of drawing.shapes) {
      expect(shape.d).toMatch(/^M[\d\s.\-Mlqz]+$/);
      for (const paint of [shape.fill, shape.stroke]) {
        if (paint !== undefined) expect(PAINTS).toHaveProperty(paint);
      }
    }
  });

  it('fits the page and stays light', () => {
    expect(drawing.width).toBeLessThanOrEqual(120);
    expect(drawing.height).toBeLessThanOrEqual(55);
    const size = drawing.shapes.reduce((sum, shape) => sum + shape.d.length, 0);
    expect(size / figure.frames.length).toBeLessThan(11_000);
  });

  it('draws the same bytes each time', () => {
    expect(drawFigure(figure)).toEqual(drawing);
  });
});
