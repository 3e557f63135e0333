/** Points and directions in the plane: the few sums that drawing a body needs. Units as given, y up. */

export type Point = readonly [number, number];

export function add(a: Point, b: Point): Point {
  return [a[0] + b[0], a[1] + b[1]];
}

export function subtract(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1]];
}

export function scale(a: Point, by: number): Point {
  return [a[0] * by, a[1] * by];
}

/** `a` moved by `by` along `direction`. */
export function along(a: Point, direction: Point, by: number): Point {
  return [a[0] + direction[0] * by, a[1] + direction[1] * by];
}

export function middle(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

export function between(a: Point, b: Point, t: number): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** Length 1; a direction of no length becomes straight right. */
export function unit(a: Point): Point {
  const length = Math.hypot(a[0], a[1]);
  return length === 0 ? [1, 0] : [a[0] / length, a[1] / length];
}

/** A quarter turn against the clock (y up). */
export function quarter(a: Point): Point {
  return [-a[1], a[0]];
}

/** Positive when the ring runs against the clock (y up). */
export function signedArea(ring: readonly Point[]): number {
  let sum = 0;
  ring.forEach((point, index) => {
    const next = ring[(index + 1) % ring.length] ?? point;
    sum += point[0] * next[1] - next[0] * point[1];
  });
  return sum / 2;
}

/** All rings of one shape must turn the same way, or overlaps become holes. */
export function counterClockwise(ring: readonly Point[]): Point[] {
  return signedArea(ring) < 0 ? [...ring].reverse() : [...ring];
}
