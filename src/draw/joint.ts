/** The joint between two parts of known length: two circles meet in it. */

import { along, distance, type Point, quarter, subtract, unit } from './vector.ts';

/** `bend` 1: the joint lies at the left hand of someone walking from `root` to `end`. A limb that can't reach is straight. */
export function bentJoint(root: Point, end: Point, upper: number, lower: number, bend: 1 | -1): Point {
  const reach = distance(root, end);
  const axis = unit(subtract(end, root));
  const foot = reach === 0 ? 0 : (reach * reach + upper * upper - lower * lower) / (2 * reach);
  const height = Math.sqrt(Math.max(0, upper * upper - foot * foot));
  const share = reach > upper + lower ? (reach * upper) / (upper + lower) : foot;
  return along(along(root, axis, share), quarter(axis), height * bend);
}
