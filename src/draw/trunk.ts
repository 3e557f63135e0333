/** The trunk from the side: hip, spine and shoulder -> a curved outline, and the strip of it that trousers cover. */

import type { SidePose } from '../domain/figure.ts';
import { TRUNK, type Width } from './body-table.ts';
import { blob, type Outline } from './outline.ts';
import { add, along, distance, type Point, quarter, scale, subtract, unit } from './vector.ts';

const WAISTBAND = 0.13;
const STEPS = 16;

interface Spine {
  readonly points: readonly Point[];
  /** Length from the first point up to each. */
  readonly lengths: readonly number[];
  readonly hip: number;
  readonly shoulder: number;
}

export function trunkOutlines(pose: SidePose): { readonly shirt: Outline; readonly seat: Outline } {
  const spine = spineOf(pose);
  const seatRows = TRUNK.filter((row) => row.t < WAISTBAND);
  return {
    shirt: outlineOf(spine, TRUNK, pose.facing, 1),
    seat: outlineOf(spine, [...seatRows, { t: WAISTBAND, front: 6, back: 6.1 }], pose.facing, 1.03),
  };
}

/** Where the low back leaves the hip. */
export function pelvisDirection(pose: SidePose): Point {
  return unit(pose.pelvis ?? subtract(pose.spine[0] ?? pose.shoulder, pose.hip));
}

function spineOf(pose: SidePose): Spine {
  const up = unit(subtract(pose.shoulder, pose.spine.at(-1) ?? pose.hip));
  const neck = unit(subtract(pose.head, pose.shoulder));
  const low = along(pose.hip, pelvisDirection(pose), -6.6);
  const top = along(pose.shoulder, unit(add(scale(up, 0.55), scale(neck, 0.6))), 4.8);
  const knots = [low, pose.hip, ...pose.spine, pose.shoulder, top];
  const points: Point[] = [low];
  const lengths = [0];
  const marks = [0];
  for (let span = 0; span + 1 < knots.length; span += 1) {
    for (let step = 1; step <= STEPS; step += 1) {
      const next = catmullRom(knots, span, step / STEPS);
      lengths.push((lengths.at(-1) ?? 0) + distance(points.at(-1) ?? low, next));
      points.push(next);
    }
    marks.push(lengths.at(-1) ?? 0);
  }
  return { points, lengths, hip: marks[1] ?? 0, shoulder: marks[marks.length - 2] ?? 1 };
}

function catmullRom(knots: readonly Point[], span: number, t: number): Point {
  const at = (index: number): Point => knots[Math.min(Math.max(index, 0), knots.length - 1)] ?? [0, 0];
  const [a, b, c, d] = [at(span - 1), at(span), at(span + 1), at(span + 2)];
  const axis = (i: 0 | 1): number =>
    0.5 *
    (2 * b[i] +
      (c[i] - a[i]) * t +
      (2 * a[i] - 5 * b[i] + 4 * c[i] - d[i]) * t * t +
      (3 * b[i] - a[i] - 3 * c[i] + d[i]) * t * t * t);
  return [axis(0), axis(1)];
}

function outlineOf(spine: Spine, rows: readonly Width[], facing: 1 | -1, factor: number): Outline {
  const sides = rows.map((row) => {
    const { point, direction } = placeAt(spine, row.t);
    const front = scale(quarter(direction), -facing);
    return [along(point, front, row.front * factor), along(point, front, -row.back * factor)] as const;
  });
  return blob([...sides.map((side) => side[0]), ...sides.map((side) => side[1]).reverse()]);
}

function placeAt(spine: Spine, t: number): { readonly point: Point; readonly direction: Point } {
  const trunk = spine.shoulder - spine.hip;
  const wanted = t > 1 ? spine.shoulder + (t - 1) * 30 : spine.hip + t * (t < 0 ? 30 : trunk);
  const found = spine.lengths.findIndex((length) => length >= wanted);
  const index = Math.max(1, found === -1 ? spine.points.length - 1 : found);
  const before = spine.points[index - 1] ?? [0, 0];
  const after = spine.points[index] ?? before;
  const from = spine.points[Math.max(0, index - 4)] ?? before;
  const to = spine.points[Math.min(spine.points.length - 1, index + 3)] ?? after;
  const start = spine.lengths[index - 1] ?? 0;
  const share = (wanted - start) / Math.max(0.001, (spine.lengths[index] ?? 0) - start);
  return {
    point: along(before, subtract(after, before), Math.min(1, Math.max(0, share))),
    direction: unit(subtract(to, from)),
  };
}
