/** How thick a body is: half-widths in front of and behind the axis of each part, by place along the axis (0-1). */

export interface Width {
  readonly t: number;
  readonly front: number;
  readonly back: number;
}

export type WidthTable = readonly Width[];

function table(ts: readonly number[], front: readonly number[], back: readonly number[] = front): WidthTable {
  return ts.map((t, index) => ({ t, front: front[index] ?? 0, back: back[index] ?? 0 }));
}

/** From hip (0) to shoulder (1), seen from the side. */
export const TRUNK = table(
  [-0.22, -0.1, 0.05, 0.2, 0.38, 0.6, 0.8, 0.95, 1.06, 1.16],
  [2.2, 4.2, 5.6, 6.1, 6, 6.6, 7, 5.7, 3.8, 2.6],
  [4.4, 6.3, 6.8, 5.8, 4.5, 5.3, 6.4, 6.1, 4.6, 3.2],
);

/** From hip (0) to shoulder (1), seen from the front or the back. */
export const TRUNK_FRONT = table(
  [-0.2, -0.1, 0, 0.12, 0.35, 0.55, 0.75, 0.9, 1, 1.07, 1.14],
  [2, 6.5, 9.2, 9.3, 7.9, 8.2, 9.2, 9.6, 8.6, 5.6, 3.2],
);

export const THIGH = table([-0.15, 0.18, 0.6, 1.06], [4.6, 5.9, 4.9, 3.6], [5.2, 5.8, 4.6, 3.4]);
export const SHIN = table([-0.06, 0.28, 0.6, 1.04], [3.5, 3.1, 2.6, 2.1], [3.3, 4.6, 3.5, 2.1]);
export const UPPER_ARM = table([0, 0.5, 1.08], [3.5, 3, 2.4], [3.6, 2.9, 2.4]);
export const FOREARM = table([-0.08, 0.35, 1], [2.4, 2.6, 1.8], [2.4, 2.5, 1.8]);

export const THIGH_FRONT = table([-0.12, 0.2, 0.6, 1.06], [4.9, 5.4, 4.4, 3.4]);
export const SHIN_FRONT = table([-0.06, 0.28, 0.6, 1.04], [3.3, 3.6, 2.9, 2.1]);

/** Radius of the disc that rounds each joint. */
export const JOINT = { shoulder: 3.9, elbow: 2.4, hip: 5.4, knee: 3.55 } as const;

/** Lengths of the parts of a limb, in hundredths of a standing height. */
export const LENGTH = { upperArm: 17, forearm: 15, thigh: 24, shin: 24, trunk: 30, ankle: 3.7 } as const;

/** Leg outlines from the side: x to the toes, y to the instep, origin in the ankle. */
export const FOOT: readonly (readonly [number, number])[] = [
  [-2.3, 1],
  [-3.8, -1.8],
  [-3.6, -3.75],
  [-1, -3.75],
  [8.6, -3.7],
  [11.6, -3.7],
  [11.3, -1.7],
  [5.6, -0.2],
  [2, 2.6],
];

/** A mitten: x to the fingertips, y to the thumb side, origin in the wrist. */
export const HAND: readonly (readonly [number, number])[] = [
  [-1.6, 1.6],
  [1.6, 1.9],
  [4.6, 3.6],
  [4.9, 1.6],
  [8.4, 1.2],
  [8.6, -0.9],
  [4, -2.1],
  [-1.6, -1.6],
];

/** The head from the side: x to the face, y to the crown, origin in its middle. */
export const HEAD: readonly (readonly [number, number])[] = [
  [0.2, 6.9],
  [2.9, 6.4],
  [4.8, 4.6],
  [5.1, 2.4],
  [4.7, 1],
  [5.9, -0.4],
  [6.6, -1.7],
  [5.1, -2],
  [4.9, -3.2],
  [5.2, -4.6],
  [4.3, -6],
  [2, -5.6],
  [0.2, -4.4],
  [-2.6, -4.4],
  [-4.8, -3.6],
  [-6, -1],
  [-6.1, 2.4],
  [-4.8, 5.6],
  [-2.4, 6.8],
];

/** The head from the front. */
export const HEAD_FRONT: readonly (readonly [number, number])[] = [
  [0, 7],
  [3.4, 6.6],
  [5.4, 4],
  [5.5, 0],
  [4.9, -3.2],
  [2.6, -6.4],
  [0, -7],
  [-2.6, -6.4],
  [-4.9, -3.2],
  [-5.5, 0],
  [-5.4, 4],
  [-3.4, 6.6],
];
