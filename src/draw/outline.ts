/** What a drawing is made of before it is put on paper: outlines in body units, y up, with paint. */

import type { PaintName } from '../domain/drawing.ts';
import type { Point } from './vector.ts';

export interface Outline {
  readonly points: readonly Point[];
  /** Smooth: a calm curve led by the points. Straight: corner to corner. */
  readonly form: 'smooth' | 'straight';
  readonly closed: boolean;
}

export interface Line {
  readonly paint: PaintName;
  /** mm on paper, whatever the scale. */
  readonly width: number;
  readonly dash?: string;
  readonly cap?: 'round' | 'butt';
}

/** Outlines of one part merge: where they overlap there is no seam. */
export interface Part {
  readonly outlines: readonly Outline[];
  readonly fill?: PaintName;
  /** Painted over the fill. */
  readonly line?: Line;
  /** Painted under the fill, so only its outer half shows: the white gap between parts, the dashed start. */
  readonly under?: Line;
}

export function blob(points: readonly Point[]): Outline {
  return { points, form: 'smooth', closed: true };
}

export function polygon(points: readonly Point[]): Outline {
  return { points, form: 'straight', closed: true };
}

export function stroke(points: readonly Point[], form: 'smooth' | 'straight' = 'straight'): Outline {
  return { points, form, closed: false };
}

/** Six leading points, set out so that the smooth curve they lead has radius `radius`. */
export function disc(centre: Point, radius: number): Outline {
  const reach = radius / Math.cos(Math.PI / 6);
  return blob(
    Array.from({ length: 6 }, (_, step): Point => {
      const angle = (step * Math.PI) / 3;
      return [centre[0] + reach * Math.cos(angle), centre[1] + reach * Math.sin(angle)];
    }),
  );
}
