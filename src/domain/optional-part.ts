/** A block of a topic -> whether a clinician may leave it out or move it, or why not. */

import type { Block } from './topic.ts';

/** What a clinician wants to have otherwise on one sheet, by the ids of blocks. */
export interface PartChanges {
  readonly leaveOut: readonly string[];
  /** They stay even where two sides have no room for them. */
  readonly keep: readonly string[];
  /** Among those of their own section; what is not named stands where it stood. */
  readonly order: readonly string[];
}

/** Only what the page may leave out for room, and never a text that is there for somebody's safety. */
export function isOptional(block: Block): boolean {
  return whyFixed(block) === undefined;
}

/** For the person who wants it away; undefined when it may go. */
export function whyFixed({ drop, level, warns, section, full_section }: Block): string | undefined {
  const told = level === undefined || level === 'ok';
  const guarded = [section, full_section].some((place) => place === 'notes' || place === 'medicine');
  if (!told || warns.length > 0 || guarded) return "it is there for the patient's safety";
  // The safety proof counts on every block that has no `drop`.
  return drop === undefined ? 'every sheet of this topic needs it' : undefined;
}
