/** Answers as they stand -> the pages after the likely next answers, measured while nobody waits: then that answer is as quick as one given before. */

import { setTimeout as sleep } from 'node:timers/promises';
import { makeHandout } from '../../app/make.ts';
import type { Content } from '../../domain/content.ts';
import type { AgeBand } from '../../domain/profile.ts';
import type { Desk } from '../desk.ts';
import type { Answers } from './answers.ts';
import { noteMark, profileOf } from './profile-of.ts';
import { valuesOf } from './question-model.ts';
import { questionsOf } from './questions.ts';
import type { Ready } from './situation.ts';

/** The answer is sent and drawn first, often on the same computer. */
const pauseMs = 400;
/** People answer from the top: of more questions most would be for nothing. */
const mostQuestions = 2;
const grownUp: readonly AgeBand[] = ['adult', 'sixty', 'older'];

/** Of several people only the last is looked ahead for, and not while anybody's page is made. */
export function lookAhead(desk: Desk): (ready: Ready, answers: Answers) => void {
  let last = 0;
  const measure = async (ready: Ready, answers: Answers): Promise<void> => {
    const { content } = ready.kit;
    const asked = profileOf(answers, content, desk.clock().today);
    if (!asked.ok) return;
    const { paper } = answers;
    await makeHandout({
      ...asked.value,
      content: ready.kit,
      page: ready.page,
      paper: paper === 'A4' || paper === 'Letter' ? paper : content.clinic.paper,
      notesConfirmed: answers.kept !== '' && answers.kept === noteMark(answers),
      clock: desk.clock(),
      printer: desk.printer,
      turn: desk.queue.runQuietly,
      as: 'measured',
    });
  };
  return (ready, answers) => {
    if (!desk.looksAhead) return;
    last += 1;
    const mine = last;
    const nobodyWaits = () => mine === last && desk.queue.load().atWork === 0;
    const work = async () => {
      await sleep(pauseMs, undefined, { ref: false });
      for (const next of likelyNext(answers, ready.kit.content)) {
        if (!nobodyWaits()) return;
        await measure(ready, next);
      }
    };
    // Whoever makes the page itself is told what is wrong.
    work().catch(() => undefined);
  };
}

/** No sign, once the list was read; then the first questions that are blank. */
export function likelyNext(answers: Answers, content: Content): Answers[] {
  const topic = content.topics.get(answers.topic);
  if (topic === undefined) return [];
  if (answers.checked === '') return answers.sign.length > 0 ? [] : [{ ...answers, checked: 'none' }];
  const ages = answers.age === '' ? grownUp.map((age): Answers => ({ ...answers, age })) : [];
  const blank = questionsOf(content, topic).filter(({ id }) => answers.factors[id] === undefined);
  const others = blank.slice(0, mostQuestions).flatMap(({ id, rule }) =>
    valuesOf(rule)
      .filter((value) => value !== '' && value !== 'unknown')
      .slice(0, mostQuestions + 1)
      .map((value): Answers => ({ ...answers, factors: { ...answers.factors, [id]: value } })),
  );
  return [...ages, ...others];
}
