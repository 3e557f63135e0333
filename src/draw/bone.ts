/** One straight part of a limb: its two ends and a width table -> an outline thicker where flesh is. */

import type { WidthTable } from './body-table.ts';
import { blob, type Outline } from './outline.ts';
import { along, between, type Point, quarter, scale, subtract, unit } from './vector.ts';

/** `facing` 1 puts the front at the left hand of someone walking from `from` to `to`. */
export function bone(from: Point, to: Point, widths: WidthTable, facing: 1 | -1, factor = 1): Outline {
  const front = scale(quarter(unit(subtract(to, from))), facing);
  const fore = widths.map((row) => along(between(from, to, row.t), front, row.front * factor));
  const rear = widths.map((row) => along(between(from, to, row.t), front, -row.back * factor));
  return blob([...fore, ...rear.reverse()]);
}

/** A ready outline set at `origin`, its x axis along `axis`; `facing` -1 turns it over. */
export function placed(
  local: readonly Point[],
  origin: Point,
  axis: Point,
  facing: 1 | -1,
  factor = 1,
): Outline {
  const x = unit(axis);
  const y = scale(quarter(x), facing);
  return blob(local.map((point) => along(along(origin, x, point[0] * factor), y, point[1] * factor)));
}
