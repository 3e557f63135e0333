/** A desk that has just opened -> its browser's pages and the program itself warm before the first person comes; nothing is kept. */

import type { Content } from '../domain/content.ts';
import type { Desk } from './desk.ts';
import { makeSheet } from './made-sheet.ts';
import { type Answers, noAnswers } from './make-one/answers.ts';
import { profileOf } from './make-one/profile-of.ts';

/** The first sheets of a program take three times as long as the fortieth. */
const mostSheets = 40;

/** Ends with the first thing that goes wrong: whoever makes a page then is told of it. */
export async function warmDesk(desk: Desk): Promise<void> {
  const content = await desk.content();
  if (!content.ok) return;
  const { clinic } = content.kit.content;
  const quiet: Desk = { ...desk, queue: { ...desk.queue, run: desk.queue.runQuietly } };
  const make = async (answers: Answers, by: Desk) => {
    const asked = profileOf(answers, content.kit.content, desk.clock().today);
    const sheet = asked.ok && { ...asked.value, paper: clinic.paper, notesConfirmed: false };
    if (sheet !== false) await makeSheet(by, content, sheet);
  };
  const [plain, ...others] = someAnswers(content.kit.content);
  if (plain === undefined) return;
  // Two at once, so that two pages are open.
  await Promise.all([make(plain, desk), make(plain, desk)]);
  for (const answers of others.slice(0, mostSheets)) await make(answers, quiet);
}

/** Of each topic a patient of whom nothing is known, then those with one answer. */
function someAnswers({ topics, rulebook }: Content): Answers[] {
  const blank = [...topics].flatMap(([topic, { words }]) =>
    [...words.keys()].map((language): Answers => ({ ...noAnswers, topic, language })),
  );
  const yes = Object.entries(rulebook.factors).flatMap(([id, { kind }]) => (kind === 'yes-no' ? [id] : []));
  return [
    ...blank,
    ...yes.flatMap((id) => blank.map((each): Answers => ({ ...each, factors: { [id]: 'yes' } }))),
    ...yes.flatMap((id) => blank.map((each): Answers => ({ ...each, factors: { [id]: 'no' } }))),
  ];
}
