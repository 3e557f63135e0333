/** A figure -> a drawing: each frame drawn, set out in a row or a stack, and written as shapes in mm. */

import type { Drawing, Shape } from '../domain/drawing.ts';
import type { Figure } from '../domain/figure.ts';
import { frameParts } from './frame.ts';
import type { Line, Part } from './outline.ts';
import { type Placing, pathData } from './path-data.ts';

/** mm left free around each frame: half of the widest line. */
const MARGIN = 0.5;

interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

interface Drawn {
  readonly parts: readonly Part[];
  readonly bounds: Bounds;
}

/** Draws what it is given; ask `poseProblems` first whether the body can be. */
export function drawFigure(figure: Figure): Drawing {
  const frames = figure.frames.map(frameParts).map((parts): Drawn => ({ parts, bounds: boundsOf(parts) }));
  return figure.layout === 'row' ? inRow(figure, frames) : inStack(figure, frames);
}

/** Grounds line up. */
function inRow(figure: Figure, frames: readonly Drawn[]): Drawing {
  const top = Math.max(...frames.map((frame) => frame.bounds.top));
  const bottom = Math.min(...frames.map((frame) => frame.bounds.bottom));
  const shapes: Shape[] = [];
  let across = 0;
  for (const { parts, bounds } of frames) {
    if (across > 0) across += figure.gap;
    const placing = placed(figure.scale, across - bounds.left, top);
    shapes.push(...parts.flatMap((part) => shapesOf(part, placing)));
    across += bounds.right - bounds.left;
  }
  return sized(figure.scale, across, top - bottom, shapes);
}

/** Bodies line up: each frame keeps its own x. */
function inStack(figure: Figure, frames: readonly Drawn[]): Drawing {
  const left = Math.min(...frames.map((frame) => frame.bounds.left));
  const right = Math.max(...frames.map((frame) => frame.bounds.right));
  const shapes: Shape[] = [];
  let down = 0;
  for (const { parts, bounds } of frames) {
    if (down > 0) down += figure.gap;
    const placing = placed(figure.scale, -left, down + bounds.top);
    shapes.push(...parts.flatMap((part) => shapesOf(part, placing)));
    down += bounds.top - bounds.bottom;
  }
  return sized(figure.scale, right - left, down, shapes);
}

function placed(scale: number, right: number, down: number): Placing {
  return { scale, x: MARGIN + right * scale, y: MARGIN + down * scale };
}

function sized(scale: number, width: number, height: number, shapes: readonly Shape[]): Drawing {
  const mm = (units: number): number => Math.round((units * scale + 2 * MARGIN) * 100) / 100;
  return { width: mm(width), height: mm(height), shapes };
}

function boundsOf(parts: readonly Part[]): Bounds {
  const points = parts.flatMap((part) => part.outlines.flatMap((outline) => outline.points));
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

function shapesOf(part: Part, placing: Placing): Shape[] {
  const d = pathData(part.outlines, placing);
  const shapes: Shape[] = [];
  if (part.under) shapes.push({ d, ...lined(part.under) });
  if (part.fill && part.line) shapes.push({ d, fill: part.fill, ...lined(part.line) });
  else if (part.fill) shapes.push({ d, fill: part.fill });
  else if (part.line) shapes.push({ d, ...lined(part.line) });
  return shapes;
}

function lined(line: Line): Omit<Shape, 'd'> {
  return {
    stroke: line.paint,
    width: line.width,
    ...(line.dash === undefined ? {} : { dash: line.dash }),
    ...(line.cap === undefined ? {} : { cap: line.cap }),
  };
}
