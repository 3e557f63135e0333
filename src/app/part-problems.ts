/** A profile and its topics -> what it can not leave out, keep or move on the sheet, and why. */

import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
import { nearestName } from '../domain/nearest-name.ts';
import { whyFixed } from '../domain/optional-part.ts';
import type { Profile } from '../domain/profile.ts';
import type { Block } from '../domain/topic.ts';

export function partProblems({ parts }: Profile, blocks: readonly Block[], place: Place): Diagnostic[] {
  if (parts === undefined) return [];
  const known = new Map(blocks.map((block) => [block.id, block]));
  const { leaveOut, keep, order } = parts;
  return [
    ...leaveOut.flatMap((id) => problem(id, 'parts.leave_out', 'left out', known, place)),
    ...order.flatMap((id) => problem(id, 'parts.order', 'moved', known, place)),
    // What always stays may be asked to stay.
    ...keep.flatMap((id) => (known.has(id) ? [] : [unknownPart(id, 'parts.keep', known, place)])),
    ...keep
      .filter((id) => leaveOut.includes(id))
      .map((id) =>
        errorAt(place, 'part-twice', `\`${id}\` is to be left out and kept`, 'Take it off one of the lists'),
      ),
  ];
}

function problem(
  id: string,
  field: string,
  done: string,
  known: ReadonlyMap<string, Block>,
  place: Place,
): Diagnostic[] {
  const block = known.get(id);
  if (block === undefined) return [unknownPart(id, field, known, place)];
  const why = whyFixed(block);
  if (why === undefined) return [];
  return [errorAt(place, 'part-stays', `\`${id}\` can not be ${done}: ${why}`, `Take it off \`${field}\``)];
}

function unknownPart(id: string, field: string, known: ReadonlyMap<string, Block>, place: Place): Diagnostic {
  const near = nearestName(id, [...known.keys()]);
  const hint =
    near === undefined
      ? '`handout make --explain` tells the names of all parts'
      : `Did you mean \`${near}\`?`;
  return errorAt(place, 'unknown-part', `\`${field}\`: the topic has no part \`${id}\``, hint);
}
