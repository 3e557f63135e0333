/** Arms and legs from their joints -> outlines; a joint that the author left out is worked out. */

import type { Arm, Leg } from '../domain/figure.ts';
import {
  FOOT,
  FOREARM,
  HAND,
  JOINT,
  LENGTH,
  SHIN,
  SHIN_FRONT,
  THIGH,
  THIGH_FRONT,
  UPPER_ARM,
} from './body-table.ts';
import { bone, placed } from './bone.ts';
import { bentJoint } from './joint.ts';
import { disc, type Outline } from './outline.ts';
import { type Point, subtract } from './vector.ts';

/** A knee bends to the front; an elbow to the back. */
export function kneeOf(hip: Point, leg: Leg, facing: 1 | -1): Point {
  return leg.knee ?? bentJoint(hip, leg.ankle, LENGTH.thigh, LENGTH.shin, facing);
}

export function elbowOf(shoulder: Point, arm: Arm, facing: 1 | -1): Point {
  return arm.elbow ?? bentJoint(shoulder, arm.wrist, LENGTH.upperArm, LENGTH.forearm, facing === 1 ? -1 : 1);
}

/** The foot of a leg from the side; its toes point to the front when the author doesn't say. */
export function footOf(leg: Leg, facing: 1 | -1): Outline {
  return placed(FOOT, leg.ankle, leg.toe ?? [facing, 0], facing);
}

export function sideLeg(hip: Point, leg: Leg, facing: 1 | -1): Outline[] {
  const knee = kneeOf(hip, leg, facing);
  return [
    bone(hip, knee, THIGH, facing),
    disc(hip, JOINT.hip),
    disc(knee, JOINT.knee),
    bone(knee, leg.ankle, SHIN, facing),
    footOf(leg, facing),
  ];
}

/** Feet seen from the toes are short and round. */
export function frontLeg(hip: Point, leg: Leg, bend: 1 | -1, sideFeet?: 1 | -1): Outline[] {
  const knee = leg.knee ?? bentJoint(hip, leg.ankle, LENGTH.thigh, LENGTH.shin, bend);
  const foot =
    sideFeet === undefined
      ? placed(FOOT, leg.ankle, leg.toe ?? [0, -1], 1, 0.55)
      : placed(FOOT, leg.ankle, leg.toe ?? subtract(leg.ankle, knee), sideFeet);
  return [
    bone(hip, knee, THIGH_FRONT, 1),
    disc(hip, 5),
    disc(knee, JOINT.knee),
    bone(knee, leg.ankle, SHIN_FRONT, 1),
    foot,
  ];
}

export interface ArmOutlines {
  readonly sleeve: Outline[];
  readonly hand: Outline[];
}

export function armOutlines(
  shoulder: Point,
  arm: Arm,
  facing: 1 | -1,
  shoulderRadius: number = JOINT.shoulder,
): ArmOutlines {
  const elbow = elbowOf(shoulder, arm, facing);
  const fingers = arm.hand ?? subtract(arm.wrist, elbow);
  return {
    sleeve: [
      disc(shoulder, shoulderRadius),
      bone(shoulder, elbow, UPPER_ARM, facing),
      disc(elbow, JOINT.elbow),
      bone(elbow, arm.wrist, FOREARM, facing),
    ],
    hand: [placed(HAND, arm.wrist, fingers, facing, 0.95)],
  };
}
