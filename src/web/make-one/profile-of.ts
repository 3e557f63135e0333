/** Answers -> the profile of one patient, read by the same schema as a profile file; nothing on the desk can say more than a file. */

import { createHash } from 'node:crypto';
import { type ProfileRequest, settleProfile } from '../../app/settle-profile.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Content } from '../../domain/content.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { readProfile } from '../../read/read-profile.ts';
import type { Answers } from './answers.ts';

const place = 'the form';

export function profileOf(answers: Answers, content: Content, today: CalendarDate): Outcome<ProfileRequest> {
  const { rulebook } = content;
  const known = Object.entries(answers.factors).filter(
    ([id, value]) => value !== 'unknown' && rulebook.factors[id] !== undefined,
  );
  const about = known.filter(([id]) => isAbout(content, id));
  const name = answers.name.trim();
  const file = {
    patient: {
      ...(name === '' ? {} : { name }),
      ...(answers.line === 'yes' ? { nameLine: 'yes' } : {}),
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
    clinician_says: saidIn(answers),
    reading: { ...(answers.style === '' ? {} : { style: answers.style }) },
    parts: { leave_out: answers.out, keep: answers.put, order: answers.order },
  };
  const read = readProfile({ name: place, text: JSON.stringify(file) }, rulebook);
  if (!read.ok) return read;
  return settleProfile(read.value, { file: place }, content, {}, today, read.diagnostics);
}

function isAbout(content: Content, id: string): boolean {
  const rule = content.rulebook.factors[id];
  return rule?.kind === 'choice' && rule.about;
}

/** Without fields that are still empty. */
function saidIn({ says }: Answers): Record<string, string> {
  const said = Object.entries(says).map(([id, text]) => [id, text.trim()] as const);
  return Object.fromEntries(said.filter(([, text]) => text !== '').sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Stands for the clinician's own words that were confirmed; changed words have another. Empty when there are none. */
export function noteMark(answers: Answers): string {
  const words = [answers.note.trim(), saidIn(answers)] as const;
  if (words[0] === '' && Object.keys(words[1]).length === 0) return '';
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 22);
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
    .update(JSON.stringify([...said, out, put, order, sorted, saidIn(answers)]))
    .digest('base64url')
    .slice(0, 22);
}
