/** Heights of the two warning boxes at some splits -> the split where the higher of them is lowest. */

import type { ReliefMeasure } from './measurements.ts';

/** Heights closer than this are the same lines of text. */
const SAME = 0.2;

export interface SplitChoice {
  readonly split: number;
  readonly height: number;
}

/** Of the splits from `least` on; takes the middle of the longest run of lowest splits: there no line is about to wrap. */
export function chooseSplit(
  splits: readonly number[],
  boxes: ReliefMeasure['boxes'],
  least = 0,
): SplitChoice {
  const heights = splits.map(() => Number.POSITIVE_INFINITY);
  for (const { at, emergency, sameDay } of boxes) {
    if ((splits[at] ?? 0) >= least) heights[at] = Math.max(emergency, sameDay);
  }
  const height = Math.min(...heights);
  let best: readonly number[] = [];
  let run: number[] = [];
  splits.forEach((split, index) => {
    run = (heights[index] ?? Number.POSITIVE_INFINITY) <= height + SAME ? [...run, split] : [];
    if (run.length > best.length) best = run;
  });
  return { split: best[Math.floor((best.length - 1) / 2)] ?? splits[0] ?? 0, height: height + SAME };
}
