/** The special notes and how many of them leave side one -> those for side one and those for side two. */

import type { Handout } from '../domain/handout.ts';

type Notes = Handout['notes'];

/** The notes are in order of weight, so the last ones leave; a side without notes has no section. */
export function divideNotes(notes: Notes, onSideTwo: number): { notes: Notes; sideTwoNotes: Notes } {
  if (notes === undefined) return { notes: undefined, sideTwoNotes: undefined };
  const stay = Math.max(0, notes.blocks.length - onSideTwo);
  const part = (blocks: typeof notes.blocks): Notes =>
    blocks.length === 0 ? undefined : { ...notes, blocks };
  return { notes: part(notes.blocks.slice(0, stay)), sideTwoNotes: part(notes.blocks.slice(stay)) };
}
