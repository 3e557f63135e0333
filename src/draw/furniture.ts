/** Things a body rests on or handles -> parts: outlined in one calm grey with a pale fill. */

import type { Prop } from '../domain/figure.ts';
import { blob, type Line, type Outline, type Part, polygon, stroke } from './outline.ts';
import type { Point } from './vector.ts';

/** Dashes of no length with round caps. */
const DOTS: Line = { paint: 'arrow', width: 0.65, dash: '0.01 1.4' };
const EDGE: Line = { paint: 'propLine', width: 0.45 };

export function propParts(prop: Prop): Part[] {
  switch (prop.kind) {
    case 'floor':
      return [
        {
          outlines: [
            stroke([
              [prop.from, prop.y - 1.1],
              [prop.to, prop.y - 1.1],
            ]),
          ],
          line: { paint: 'floor', width: 0.5 },
        },
      ];
    case 'mat':
      return [solid(rectangle(prop.from, prop.y - 3.6, prop.to, prop.y - 1.7))];
    case 'bed':
      return bed(prop.from, prop.to, prop.y);
    case 'bed-plan':
      return [solid(rounded(prop.from, prop.to, 3))];
    case 'pillow':
      return [solid(pillow(prop.at, prop.size, prop.turn))];
    case 'chair':
      return chair(prop);
    case 'wall':
      return wall(prop.x, prop.to);
    case 'box':
      return box(prop.from, prop.to);
    case 'desk':
      return desk(prop);
    case 'stick':
      return [{ outlines: [stroke([prop.from, prop.to])], line: { paint: 'propLine', width: 0.9 } }];
    case 'dots':
      return [{ outlines: [stroke([prop.from, prop.to])], line: DOTS }];
    case 'shape':
      return [drawn(prop)];
  }
}

function solid(outline: Outline): Part {
  return { outlines: [outline], fill: 'propFill', line: EDGE };
}

function rectangle(left: number, bottom: number, right: number, top: number): Outline {
  return polygon([
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ]);
}

function rounded(from: Point, to: Point, radius: number): Outline {
  const [left, bottom, right, top] = [from[0], from[1], to[0], to[1]];
  const r = radius;
  return blob([
    [left + r, bottom],
    [right - r, bottom],
    [right, bottom],
    [right, bottom + r],
    [right, top - r],
    [right, top],
    [right - r, top],
    [left + r, top],
    [left, top],
    [left, top - r],
    [left, bottom + r],
    [left, bottom],
  ]);
}

function pillow(at: Point, size: Point, turn: number): Outline {
  const angle = (turn * Math.PI) / 180;
  const [half, high] = [size[0] / 2, size[1] / 2];
  const corner = Math.min(half, high) * 0.7;
  const flat = rounded([-half, -high], [half, high], corner).points;
  return blob(
    flat.map(
      (point): Point => [
        at[0] + point[0] * Math.cos(angle) - point[1] * Math.sin(angle),
        at[1] + point[0] * Math.sin(angle) + point[1] * Math.cos(angle),
      ],
    ),
  );
}

function bed(from: number, to: number, y: number): Part[] {
  return [
    solid(rectangle(from + 3, y - 13, from + 5.2, y - 7)),
    solid(rectangle(to - 5.2, y - 13, to - 3, y - 7)),
    solid(rounded([from, y - 8], [to, y - 1.7], 2)),
  ];
}

function chair(prop: Extract<Prop, { kind: 'chair' }>): Part[] {
  const { seat } = prop;
  const at = (x: number, y: number): Point => [prop.x + x * prop.facing, y];
  const leg = (x: number): Outline =>
    polygon([at(x, seat - 3), at(x + 1.9, seat - 3), at(x + 1.9, 0), at(x, 0)]);
  const parts = [solid(leg(1)), solid(leg(prop.depth - 3))];
  if (prop.back > 0) {
    const top = seat + prop.back;
    parts.push(solid(polygon([at(0, seat - 2), at(-2.2, top), at(-0.3, top), at(2, seat - 2)])));
  }
  parts.push(
    solid(
      polygon([
        at(-0.6, seat - 4),
        at(prop.depth, seat - 4),
        at(prop.depth, seat - 1.7),
        at(-0.6, seat - 1.7),
      ]),
    ),
  );
  return parts;
}

function wall(x: number, to: number): Part[] {
  const hatch: Outline[] = [];
  for (let y = 3; y < to; y += 5)
    hatch.push(
      stroke([
        [x - 3, y - 3],
        [x, y],
      ]),
    );
  return [solid(rectangle(x - 3, -1.1, x, to)), { outlines: hatch, line: { paint: 'propLine', width: 0.3 } }];
}

function box(from: Point, to: Point): Part[] {
  const mid = (from[0] + to[0]) / 2;
  return [
    solid(rectangle(from[0], from[1], to[0], to[1])),
    {
      outlines: [
        stroke([
          [mid - 2, to[1]],
          [mid - 2, to[1] - 6],
          [mid + 2, to[1] - 6],
          [mid + 2, to[1]],
        ]),
      ],
      line: EDGE,
    },
  ];
}

function desk(prop: Extract<Prop, { kind: 'desk' }>): Part[] {
  const { from, to, top, screen } = prop;
  return [
    solid(rectangle(to - 4, 0, to - 2, top - 2)),
    solid(rectangle(from, top - 2.2, to, top)),
    solid(rectangle(screen - 3.5, top, screen + 4.5, top + 1.2)),
    solid(rectangle(screen - 0.2, top + 1.2, screen + 1.2, top + 14)),
    { outlines: [rectangle(screen - 1.8, top + 9, screen + 0.2, top + 28)], fill: 'propLine', line: EDGE },
  ];
}

function drawn(prop: Extract<Prop, { kind: 'shape' }>): Part {
  return {
    outlines: [{ points: prop.points, form: prop.smooth ? 'smooth' : 'straight', closed: !prop.open }],
    ...(prop.fill === undefined ? {} : { fill: prop.fill }),
    ...(prop.stroke === undefined
      ? {}
      : {
          line: {
            paint: prop.stroke,
            width: prop.width,
            ...(prop.dash === undefined ? {} : { dash: prop.dash }),
          },
        }),
  };
}
