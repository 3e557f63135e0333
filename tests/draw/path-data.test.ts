/** Protects: outlines land on the paper where they should, and overlaps never become holes. */

import { expect, it } from 'vitest';
import { polygon, stroke } from '../../src/draw/outline.ts';
import { pathData } from '../../src/draw/path-data.ts';

const placing = { scale: 0.5, x: 1, y: 10 };

it('turns y over and scales to mm', () => {
  expect(
    pathData(
      [
        stroke([
          [0, 0],
          [4, 2],
        ]),
      ],
      placing,
    ),
  ).toBe('M1 10l2-1');
});

it('writes both turns of a ring the same way', () => {
  const ring = [
    [0, 0],
    [4, 0],
    [4, 4],
  ] as const;
  expect(area(pathData([polygon(ring)], placing))).toBeCloseTo(
    area(pathData([polygon([...ring].reverse())], placing)),
  );
});

it('never adds up rounding: a hundred thirds of a step end where they should', () => {
  const points = Array.from({ length: 100 }, (_, step) => [step / 3, 0] as const);
  const path = pathData([stroke(points)], { scale: 1, x: 0, y: 0 });
  const steps = [...path.matchAll(/l(-?[\d.]+)/g)].map((match) => Number(match[1]));
  expect(steps.reduce((sum, step) => sum + step, 0)).toBeCloseTo(33, 2);
});

/** Signed area of a straight relative path. */
function area(path: string): number {
  let [x, y, sum] = [0, 0, 0];
  const [start, ...steps] = [...path.matchAll(/[Ml](-?[\d.]+) ?(-?[\d.]+)/g)].map(
    (match) => [Number(match[1]), Number(match[2])] as const,
  );
  if (start) [x, y] = start;
  const home = [x, y] as const;
  for (const [dx, dy] of steps) {
    sum += x * (y + dy) - (x + dx) * y;
    x += dx;
    y += dy;
  }
  return (sum + x * home[1] - home[0] * y) / 2;
}
