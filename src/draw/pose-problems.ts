/** A figure -> what its body can't do: a limb too long for its joints, a foot under the ground; with the place in the data. */

import type { Arm, Figure, Frame, Leg, Pose } from '../domain/figure.ts';
import { LENGTH } from './body-table.ts';
import { footOf } from './limb.ts';
import { distance, type Point } from './vector.ts';

export interface PoseProblem {
  /** Keys and indexes from the top of the figure's file. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Path = readonly (string | number)[];

const STRETCH = 1.08;
const UNDER_GROUND = 1.5;

export function poseProblems(figure: Figure): PoseProblem[] {
  return figure.frames.flatMap((frame, index) => {
    const at: Path = ['frames', index];
    return [
      ...(frame.pose ? ofPose(frame.pose, [...at, 'pose'], frame) : []),
      ...(frame.ghost ? ofPose(frame.ghost.pose, [...at, 'ghost', 'pose'], frame) : []),
    ];
  });
}

function ofPose(pose: Pose, path: Path, frame: Frame): PoseProblem[] {
  if (pose.view === 'side') {
    return [
      ...tooLong(pose.hip, pose.shoulder, LENGTH.trunk, 'trunk', [...path, 'shoulder']),
      ...(['far', 'near'] as const).flatMap((side) => [
        ...ofArm(pose.shoulder, pose[side].arm, [...path, side, 'arm']),
        ...ofLeg(pose.hip, pose[side].leg, [...path, side, 'leg']),
        ...ofFoot(pose[side].leg, pose.facing, [...path, side, 'leg', 'ankle'], frame.ground),
      ]),
    ];
  }
  return (['left', 'right'] as const).flatMap((side, index) => [
    ...ofArm(pose.shoulders[index] ?? pose.head, pose[side].arm, [...path, side, 'arm']),
    ...ofLeg(pose.hips[index] ?? pose.head, pose[side].leg, [...path, side, 'leg']),
  ]);
}

function ofArm(shoulder: Point, arm: Arm | undefined, path: Path): PoseProblem[] {
  if (!arm) return [];
  return limb([shoulder, arm.elbow, arm.wrist], [LENGTH.upperArm, LENGTH.forearm], path, [
    ['elbow', 'upper arm'],
    ['wrist', 'forearm'],
    ['wrist', 'arm'],
  ]);
}

function ofLeg(hip: Point, leg: Leg | undefined, path: Path): PoseProblem[] {
  if (!leg) return [];
  return limb([hip, leg.knee, leg.ankle], [LENGTH.thigh, LENGTH.shin], path, [
    ['knee', 'thigh'],
    ['ankle', 'shin'],
    ['ankle', 'leg'],
  ]);
}

type Named = readonly [joint: string, limb: string];

function limb(
  [root, mid, end]: readonly [Point, Point | undefined, Point],
  [upper, lower]: readonly [number, number],
  path: Path,
  [first, second, whole]: readonly [Named, Named, Named],
): PoseProblem[] {
  if (!mid) return tooLong(root, end, upper + lower, whole[1], [...path, whole[0]]);
  return [
    ...tooLong(root, mid, upper, first[1], [...path, first[0]]),
    ...tooLong(mid, end, lower, second[1], [...path, second[0]]),
  ];
}

function tooLong(from: Point, to: Point, length: number, name: string, path: Path): PoseProblem[] {
  const found = distance(from, to);
  if (found <= length * STRETCH) return [];
  return [
    {
      path,
      message: `the ${name} is ${found.toFixed(1)} long; a body has ${length} (bring the two joints closer)`,
    },
  ];
}

function ofFoot(leg: Leg | undefined, facing: 1 | -1, path: Path, ground: number | undefined): PoseProblem[] {
  if (!leg || ground === undefined) return [];
  const lowest = Math.min(...footOf(leg, facing).points.map((point) => point[1]));
  if (lowest >= ground - UNDER_GROUND) return [];
  return [
    {
      path,
      message: `the foot is ${(ground - lowest).toFixed(1)} below the ground (raise the ankle; a flat foot has it ${LENGTH.ankle} up)`,
    },
  ];
}
