/** Answers and the facts -> the list of warning signs to go through, and the questions that a stop still asks. */

import type { Content } from '../../domain/content.ts';
import type { Messages } from '../messages.ts';
import type { Answers } from './answers.ts';
import { decidingFactors } from './deciding-factors.ts';
import { type QuestionModel, questionsModel } from './question-model.ts';
import { questionsOf } from './questions.ts';
import { askedSigns } from './sign-check.ts';
import type { Situation } from './situation.ts';
import type { StaffWords } from './words.ts';

type At<Kind> = Extract<Situation, { kind: Kind }>;

/** Factors that decide how soon care is needed, with what is ticked now. */
export function decidingIn(
  content: Content,
  situation: Situation,
  answers: Answers,
  words: StaffWords,
): string[] {
  if (situation.kind !== 'check' && situation.kind !== 'stop') return [];
  const codes = answers.code === '' ? [] : [answers.code];
  const ticks = { warningSigns: answers.sign, visit: { codes } };
  const factors = decidingFactors(ticks, content.rulebook, situation.facts, words);
  const asked = new Set(questionsOf(content, situation.topic).map(({ id }) => id));
  return factors.every((id) => asked.has(id)) ? factors : [];
}

export function checkModel(
  content: Content,
  { facts, topic }: At<'check'>,
  answers: Answers,
  deciding: readonly string[],
  words: StaffWords,
  messages: Messages,
): object {
  const asked = (urgency: 'emergency' | 'same-day') =>
    askedSigns(content, urgency, facts, answers.sign, words);
  const ticked = answers.sign.length;
  const urgent = answers.sign.some((id) => content.rulebook.signs[id]?.urgency === 'emergency');
  const count = urgent ? 'count_now' : deciding.length > 0 ? 'count_asks' : 'count_today';
  return {
    now: asked('emergency'),
    today: asked('same-day'),
    questions: questionsModel(content, topic, answers, facts, new Map(), words).total,
    ticked,
    urgent,
    count: messages.text(`check.${count}`, { n: ticked }),
  };
}

export function stopQuestions(
  content: Content,
  { facts, topic }: At<'stop'>,
  answers: Answers,
  deciding: readonly string[],
  words: StaffWords,
): QuestionModel[] {
  return questionsModel(content, topic, answers, facts, new Map(), words)
    .groups.flatMap(({ questions }) => questions)
    .filter(({ id }) => deciding.includes(id))
    .map((question) => ({ ...question, ask: [], asked: 0 }));
}
