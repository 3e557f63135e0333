/** Outlines in body units -> SVG path data in mm: relative steps of two decimals, so that a figure stays small. */

import type { Outline } from './outline.ts';
import { counterClockwise, middle, type Point } from './vector.ts';

/** Where body units land on the paper. */
export interface Placing {
  /** mm for one unit. */
  readonly scale: number;
  /** mm of the body's origin from the start edge and from the top. */
  readonly x: number;
  readonly y: number;
}

export function pathData(outlines: readonly Outline[], placing: Placing): string {
  return outlines.map((outline) => trace(outline, placing)).join('');
}

function trace(outline: Outline, placing: Placing): string {
  const ring = outline.closed ? counterClockwise(outline.points) : [...outline.points];
  const points = ring.map(
    (point): Point => [placing.x + point[0] * placing.scale, placing.y - point[1] * placing.scale],
  );
  const pen = new Pen();
  if (outline.form === 'straight') traceStraight(pen, points);
  else if (outline.closed) traceLoop(pen, points);
  else traceCurve(pen, points);
  return outline.closed ? pen.close() : pen.text;
}

function traceStraight(pen: Pen, points: readonly Point[]): void {
  points.forEach((point, index) => {
    if (index === 0) pen.move(point);
    else pen.line(point);
  });
}

/** Each point leads a curve from the middle of one side to the middle of the next. */
function traceLoop(pen: Pen, points: readonly Point[]): void {
  points.forEach((point, index) => {
    const before = points[(index + points.length - 1) % points.length] ?? point;
    const after = points[(index + 1) % points.length] ?? point;
    if (index === 0) pen.move(middle(before, point));
    pen.curve(point, middle(point, after));
  });
}

function traceCurve(pen: Pen, points: readonly Point[]): void {
  points.forEach((point, index) => {
    const after = points[index + 1];
    if (index === 0) pen.move(point);
    else if (after === undefined) pen.line(point);
    else pen.curve(point, index === points.length - 2 ? after : middle(point, after));
  });
}

/** Writes relative commands from the rounded place, so that rounding never adds up. */
class Pen {
  text = '';
  private x = 0;
  private y = 0;

  move(to: Point): void {
    this.text += `M${join([round(to[0]), round(to[1])])}`;
    this.settle(to);
  }

  line(to: Point): void {
    this.text += `l${join(this.step(to))}`;
    this.settle(to);
  }

  curve(lead: Point, to: Point): void {
    this.text += `q${join([...this.step(lead), ...this.step(to)])}`;
    this.settle(to);
  }

  close(): string {
    return `${this.text}z`;
  }

  private step(to: Point): number[] {
    return [round(round(to[0]) - this.x), round(round(to[1]) - this.y)];
  }

  private settle(to: Point): void {
    this.x = round(to[0]);
    this.y = round(to[1]);
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function join(values: readonly number[]): string {
  return values
    .map((value) => String(value === 0 ? 0 : value).replace(/^(-?)0\./, '$1.'))
    .reduce((text, value) => (text === '' || value.startsWith('-') ? text + value : `${text} ${value}`), '');
}
