/** A drawing ready to print: flat shapes in millimetres, painted in order, with no markup in them. */

import { z } from 'zod';

/** Colours by what they paint; darks stay apart in grey, and every meaning also has a shape or a dash. */
export const PAINTS = {
  skin: '#20343E',
  shirt: '#0F5E66',
  shirtFar: '#4A858B',
  legs: '#20343E',
  legsFar: '#5A6F79',
  gap: '#FFFFFF',
  propLine: '#4A5B63',
  propFill: '#EEF5F4',
  sand: '#FBF6EB',
  floor: '#20343E',
  arrow: '#6B4200',
  ghost: '#56626A',
  ghostFill: '#F4F6F7',
  accent: '#E3C68A',
  ink: '#1C2C35',
} as const;

export type PaintName = keyof typeof PAINTS;

export interface Shape {
  /** SVG path data in mm, at most two decimals. */
  readonly d: string;
  /** Absent: not filled. */
  readonly fill?: PaintName;
  /** Absent: no line. Line joins are always round. */
  readonly stroke?: PaintName;
  /** Width of the line in mm. */
  readonly width?: number;
  /** SVG dash array in mm, e.g. `0.95 0.6`. */
  readonly dash?: string;
  /** Absent: round. */
  readonly cap?: 'round' | 'butt';
}

/** Size in mm; the origin is the start-top corner, y runs down. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

const paintNames = Object.keys(PAINTS) as [PaintName, ...PaintName[]];

/** A drawing as part of the model that templates see. */
export const drawingSchema = z.strictObject({
  width: z.number(),
  height: z.number(),
  shapes: z.array(
    z.strictObject({
      d: z.string(),
      fill: z.enum(paintNames).optional(),
      stroke: z.enum(paintNames).optional(),
      width: z.number().optional(),
      dash: z.string().optional(),
      cap: z.enum(['round', 'butt']).optional(),
    }),
  ),
});
