/** A body seen from the front, the back or above -> parts, painted back to front: head, arms, trunk, legs. */

import type { FrontPose, PartName } from '../domain/figure.ts';
import { HEAD_FRONT, TRUNK_FRONT, type WidthTable } from './body-table.ts';
import { bone, placed } from './bone.ts';
import { armOutlines, frontLeg } from './limb.ts';
import { disc, type Outline } from './outline.ts';
import type { Flesh } from './side-person.ts';
import { along, between, distance, middle, subtract, unit } from './vector.ts';

const SHOULDER_WIDTH = 17;

export function frontPerson(pose: FrontPose): Flesh[] {
  const hip = middle(pose.hips[0], pose.hips[1]);
  const shoulder = middle(pose.shoulders[0], pose.shoulders[1]);
  const turned = Math.max(
    0.72,
    Math.min(1.05, distance(pose.shoulders[0], pose.shoulders[1]) / SHOULDER_WIDTH),
  );
  const leftArm = pose.left.arm && armOutlines(pose.shoulders[0], pose.left.arm, -1, 3);
  const rightArm = pose.right.arm && armOutlines(pose.shoulders[1], pose.right.arm, 1, 3);
  const down = unit(subtract(hip, shoulder));
  const seat: WidthTable = TRUNK_FRONT.filter((row) => row.t <= 0.12);
  const feet = pose.side_feet;
  const flesh: Flesh[] = [];
  const put = (part: PartName, paint: Flesh['paint'], outlines: readonly Outline[], gap = true): void => {
    if (outlines.length > 0) flesh.push({ part, paint, outlines, gap });
  };
  const neck = [
    { t: 0, front: 3.4, back: 3.4 },
    { t: 1, front: 3, back: 3 },
  ];
  put('head', 'skin', [
    placed(HEAD_FRONT, pose.head, acrossHead(pose), 1, 0.95),
    bone(shoulder, between(shoulder, pose.head, 0.75), neck, 1),
  ]);
  put('far-arm', 'skin', leftArm?.hand ?? []);
  put('near-arm', 'skin', rightArm?.hand ?? []);
  put('trunk', 'shirt', [
    bone(hip, shoulder, TRUNK_FRONT, 1, turned),
    ...pose.shoulders.map((point) => disc(along(point, down, 0.8), 3.6 * turned)),
    ...(leftArm?.sleeve ?? []),
    ...(rightArm?.sleeve ?? []),
  ]);
  const hips = bone(hip, shoulder, seat, 1, turned * 1.02);
  put('far-leg', 'legs', [hips, ...(pose.left.leg ? frontLeg(pose.hips[0], pose.left.leg, -1, feet) : [])]);
  put('near-leg', 'legs', pose.right.leg ? frontLeg(pose.hips[1], pose.right.leg, 1, feet) : []);
  put('near-leg', 'legs', [hips], false);
  return flesh;
}

/** The head's own x axis: square to the line from shoulders to crown. */
function acrossHead(pose: FrontPose): readonly [number, number] {
  const up = subtract(pose.head, middle(pose.shoulders[0], pose.shoulders[1]));
  return [up[1], -up[0]];
}
