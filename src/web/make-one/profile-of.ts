/** Answers -> the profile of one patient, read by the same schema as a profile file; nothing on the desk can say more than a file. */

import { createHash } from 'node:crypto';
import { type ProfileRequest, settleProfile } from '../../app/settle-profile.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Content } from '../../domain/content.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { readProfile } from '../../read/read-profile.ts';
import type { Answers } from './answers.ts';

const place = 'the form';

/** No font prints it: the sheet then has a line to write the name on. */
const unprintableName = '\u{f8ff}';

export function profileOf(answers: Answers, content: Content, today: CalendarDate): Outcome<ProfileRequest> {
  const { rulebook } = content;
  const known = Object.entries(answers.factors).filter(
    ([id, value]) => value !== 'unknown' && rulebook.factors[id] !== undefined,
  );
  const about = known.filter(([id]) => isAbout(content, id));
  const name = answers.name.trim() || (answers.line === 'yes' ? unprintableName : undefined);
  const file = {
    patient: {
      ...(name === undefined ? {} : { name }),
      ...(answers.age === '' ? {} : { ageBand: answers.age }),
    },
    language: answers.language || 'en',
    topics: [answers.topic],
    factors: Object.fromEntries(known.filter(([id]) => !isAbout(content, id))),
    about: Object.fromEntries(about),
    warning_signs: answers.sign,
    visit: {
      ...(answers.visit === '' ? {} : { follow_up: answers.visit }),
      ...(answers.code === '' ? {} : { codes: [answers.code] }),
    },
    ...(answers.note.trim() === '' ? {} : { notes: answers.note }),
    reading: { ...(answers.style === '' ? {} : { style: answers.style }) },
  };
  const read = readProfile({ name: place, text: JSON.stringify(file) }, rulebook);
  if (!read.ok) return read;
  return settleProfile(read.value, { file: place }, content, {}, today, read.diagnostics);
}

function isAbout(content: Content, id: string): boolean {
  const rule = content.rulebook.factors[id];
  return rule?.kind === 'choice' && rule.about;
}

/** Stands for a note that was confirmed; a changed note has another. */
export function noteMark(note: string): string {
  return createHash('sha256').update(note.trim()).digest('base64url').slice(0, 22);
}

/** Stands for all answers that change the pages. */
export function answersMark(answers: Answers): string {
  const { topic, code, language, style, size, paper, sign, age, name, line, visit, note, kept } = answers;
  const { out, put, order, factors } = answers;
  const said = [topic, code, language, style, size, paper, sign, age, name, line, visit, note, kept];
  const sorted = Object.entries(factors)
    .filter(([, value]) => value !== 'unknown')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([...said, out, put, order, sorted]))
    .digest('base64url')
    .slice(0, 22);
}
