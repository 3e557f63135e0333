/** The path of a move -> an arrow: a shaft with a solid head, cased in white so that it stays clear of the body. */

import type { Arrow } from '../domain/figure.ts';
import { type Outline, type Part, polygon, stroke } from './outline.ts';
import { along, type Point, quarter, subtract, unit } from './vector.ts';

/** Units. */
const HEAD_LENGTH = 6;
const HEAD_HALF = 3;
/** mm. */
const SHAFT = 0.85;
const CASING = 0.5;

export function arrowParts(arrow: Arrow): Part[] {
  const points = [...arrow.points];
  const heads = [headAt(points)];
  shorten(points);
  if (arrow.both_ends) {
    points.reverse();
    heads.push(headAt(points));
    shorten(points);
  }
  const shaft = stroke(points, points.length > 2 ? 'smooth' : 'straight');
  return [
    { outlines: [shaft], line: { paint: 'gap', width: SHAFT + CASING * 2, cap: 'butt' } },
    { outlines: heads, fill: 'arrow', under: { paint: 'gap', width: CASING * 2 } },
    { outlines: [shaft], line: { paint: 'arrow', width: SHAFT, cap: 'butt' } },
  ];
}

function headAt(points: readonly Point[]): Outline {
  const tip = points.at(-1) ?? [0, 0];
  const back = unit(subtract(points.at(-2) ?? tip, tip));
  const base = along(tip, back, HEAD_LENGTH);
  const side = quarter(back);
  return polygon([tip, along(base, side, HEAD_HALF), along(base, back, -0.8), along(base, side, -HEAD_HALF)]);
}

/** The shaft ends inside the head. */
function shorten(points: Point[]): void {
  const tip = points.at(-1) ?? [0, 0];
  const back = unit(subtract(points.at(-2) ?? tip, tip));
  points[points.length - 1] = along(tip, back, HEAD_LENGTH - 2);
}
