/** One frame of a figure -> its parts in painting order: start, things, body, held things, what lies over all, arrows. */

import type { Frame, Pose, Rest } from '../domain/figure.ts';
import { arrowParts } from './arrow.ts';
import { frontPerson } from './front-person.ts';
import { propParts } from './furniture.ts';
import type { Outline, Part } from './outline.ts';
import { type Flesh, sidePerson } from './side-person.ts';

/** mm; half of it shows. */
const GAP = 1.1;
/** How far flesh may sink into what it rests on before it counts as being below it. Units. */
const SINK = 6;

export function frameParts(frame: Frame): Part[] {
  const body = frame.pose ? person(frame.pose).map((flesh) => pressed(flesh, frame.rests)) : [];
  const ghosts = frame.ghost
    ? person(frame.ghost.pose)
        .filter((flesh) => frame.ghost?.parts.includes(flesh.part) && flesh.gap)
        .map((flesh) => pressed(flesh, frame.rests))
    : [];
  const arm = body.findIndex((flesh) => flesh.part === 'near-arm');
  const beforeArm = arm === -1 ? body.length : arm;
  return [
    ...frame.props.filter((prop) => prop.kind !== 'floor').flatMap(propParts),
    ...ghostParts(ghosts),
    ...body.slice(0, beforeArm).map(solid),
    ...frame.held.flatMap(propParts),
    ...body.slice(beforeArm).map(solid),
    ...frame.props.filter((prop) => prop.kind === 'floor').flatMap(propParts),
    ...frame.over.flatMap(propParts),
    ...frame.arrows.flatMap(arrowParts),
  ];
}

function person(pose: Pose): Flesh[] {
  return pose.view === 'side' ? sidePerson(pose) : frontPerson(pose);
}

function solid(flesh: Flesh): Part {
  return {
    outlines: flesh.outlines,
    fill: flesh.paint,
    ...(flesh.gap ? { under: { paint: 'gap', width: GAP } as const } : {}),
  };
}

/** All ghost parts are one shape: only the outside is dashed. */
function ghostParts(ghosts: readonly Flesh[]): Part[] {
  if (ghosts.length === 0) return [];
  return [
    {
      outlines: ghosts.flatMap((flesh) => flesh.outlines),
      fill: 'ghostFill',
      under: { paint: 'ghost', width: 0.64, dash: '0.95 0.6', cap: 'butt' },
    },
  ];
}

/** Flat undersides are what make a body lie or sit instead of float. */
function pressed(flesh: Flesh, rests: readonly Rest[]): Flesh {
  if (rests.length === 0) return flesh;
  const press = (outline: Outline): Outline => ({
    ...outline,
    points: outline.points.map(([x, y]) => {
      const under = rests.find((rest) => x >= rest.from && x <= rest.to && y < rest.y && y > rest.y - SINK);
      return [x, under ? under.y : y];
    }),
  });
  return { ...flesh, outlines: flesh.outlines.map(press) };
}
