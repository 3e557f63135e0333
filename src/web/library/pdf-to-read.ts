/** A topic in a language -> the sheet of a patient of whom nothing is known, made as any other, or why there is none. */

import { settleProfile } from '../../app/settle-profile.ts';
import { readProfile } from '../../read/read-profile.ts';
import type { Desk } from '../desk.ts';
import { makeSheet } from '../made-sheet.ts';
import { told } from './panel-model.ts';
import type { Place } from './place.ts';

/** The id under which it is held, or the reasons. */
export async function sheetToRead(
  desk: Desk,
  owner: string,
  { topic, language }: Place,
): Promise<{ readonly id: string } | { readonly why: readonly string[] }> {
  const content = await desk.content();
  if (!content.ok) return { why: told(content.problems) };
  const { rulebook, clinic } = content.kit.content;
  const file = { patient: {}, language, topics: [topic] };
  const place = 'the library';
  const read = readProfile({ name: place, text: JSON.stringify(file) }, rulebook);
  if (!read.ok) return { why: told(read.diagnostics) };
  const { today } = desk.clock();
  const asked = settleProfile(read.value, { file: place }, content.kit.content, {}, today);
  if (!asked.ok) return { why: told(asked.diagnostics) };
  const made = await makeSheet(desk, content, { ...asked.value, paper: clinic.paper, notesConfirmed: false });
  if (made.kind === 'unproved') return { why: told(made.problems) };
  if (made.kind === 'refused') return { why: made.refusal.lines };
  return { id: desk.held.hold(owner, made.sheet, made.sheet.pdf.byteLength + 400_000) };
}
