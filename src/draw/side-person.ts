/** A body seen from its side -> parts, painted back to front: far arm, far leg, head, trunk, near leg, near arm. */

import type { PaintName } from '../domain/drawing.ts';
import type { PartName, SidePose } from '../domain/figure.ts';
import { HEAD, JOINT } from './body-table.ts';
import { bone, placed } from './bone.ts';
import { armOutlines, sideLeg } from './limb.ts';
import { disc, type Outline } from './outline.ts';
import { pelvisDirection, trunkOutlines } from './trunk.ts';
import { along, type Point, quarter, scale } from './vector.ts';

/** One colour's worth of a body part; `gap` false joins it to what is below without a white line. */
export interface Flesh {
  readonly part: PartName;
  readonly paint: PaintName;
  readonly outlines: readonly Outline[];
  readonly gap: boolean;
}

export function sidePerson(pose: SidePose): Flesh[] {
  const { shirt, seat } = trunkOutlines(pose);
  const flesh: Flesh[] = [];
  const put = (part: PartName, paint: PaintName, outlines: readonly Outline[], gap = true): void => {
    if (outlines.length > 0) flesh.push({ part, paint, outlines, gap });
  };
  const farArm = pose.far.arm && armOutlines(pose.shoulder, pose.far.arm, pose.facing);
  const nearArm = pose.near.arm && armOutlines(pose.shoulder, pose.near.arm, pose.facing);
  put('far-arm', 'legsFar', farArm?.hand ?? []);
  put('far-arm', 'shirtFar', farArm?.sleeve ?? []);
  put('far-leg', 'legsFar', pose.far.leg ? sideLeg(pose.hip, pose.far.leg, pose.facing) : []);
  put('head', 'skin', headOutlines(pose));
  put('trunk', 'shirt', [shirt]);
  const seatOutlines = [seat, buttock(pose)];
  put('near-leg', 'legs', [
    ...seatOutlines,
    ...(pose.near.leg ? sideLeg(pose.hip, pose.near.leg, pose.facing) : []),
  ]);
  put('near-arm', 'skin', nearArm?.hand ?? []);
  put('near-arm', 'shirt', nearArm?.sleeve ?? []);
  if (nearArm) put('near-arm', 'shirt', [disc(pose.shoulder, JOINT.shoulder + 1.3)], false);
  return flesh;
}

function headOutlines(pose: SidePose): Outline[] {
  const angle = (pose.face * Math.PI) / 180;
  const face: Point = [Math.cos(angle), Math.sin(angle)];
  const crown = scale(quarter(face), pose.facing);
  const throat = along(along(pose.head, face, -1.3), crown, -2.2);
  const neck = [
    { t: -0.1, front: 3.4, back: 3.4 },
    { t: 1, front: 3, back: 3 },
  ];
  return [placed(HEAD, pose.head, face, pose.facing, 0.97), bone(pose.shoulder, throat, neck, 1)];
}

function buttock(pose: SidePose): Outline {
  const up = pelvisDirection(pose);
  const behind = scale(quarter(up), pose.facing);
  return disc(along(along(pose.hip, up, -1.2), behind, 0.9), 5.2);
}
