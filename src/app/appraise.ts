/** A topic in a language -> the questions that wait for a person, and the answers written beside the content with name and date. */

import type { Material } from '../appraise/material.ts';
import {
  type Appraisal,
  type GivenAnswer,
  type GivenAnswers,
  givenAnswersSchema,
  type StoredAnswer,
  type Verdict,
} from '../domain/appraisal.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Content } from '../domain/content.ts';
import { type Diagnostic, type Place, warningAt } from '../domain/diagnostic.ts';
import { failure, type Outcome, success } from '../domain/outcome.ts';
import { type Located, readLocated } from '../read/located.ts';
import type { Settings } from '../settings.ts';
import { appraiseText } from './check-text.ts';
import { readSheets, readTextContent } from './read-sheets.ts';
import { readAnswers, writeAnswers } from './stored-answers.ts';
import { textHash } from './text-hash.ts';
import { topicProblems } from './topic-problems.ts';

export interface AppraisalRequest {
  readonly topic: string;
  readonly language: string;
  readonly by: string;
  readonly today: CalendarDate;
}

/** Who answers what about which text, so far. */
export interface Session extends AppraisalRequest {
  readonly content: Content;
  readonly material: Material;
  readonly text: string;
  readonly answers: readonly StoredAnswer[];
}

export async function openSession(settings: Settings, request: AppraisalRequest): Promise<Outcome<Session>> {
  const { topic: id, language, today } = request;
  const read = await readTextContent(settings);
  if (!read.ok) return read;
  const { content, files } = read.value;
  const topic = content.topics.get(id);
  const problems = topicProblems(id, language, files.names.topics, topic?.words.keys());
  if (problems.length > 0 || topic === undefined) return failure(problems);
  const stored = await readAnswers(settings, id, language);
  if (!stored.ok) return stored;
  const material = await readSheets(settings, read.value, topic, language, today);
  const text = textHash(content, topic, language);
  return success({ ...request, content, material, text, answers: stored.value }, read.diagnostics);
}

function appraisalOf({ content, material, answers }: Session): Appraisal {
  return appraiseText(content, material, answers);
}

/** An answer may settle other items, or bring a new question up. */
export function openItems(session: Session): Verdict[] {
  return appraisalOf(session).verdicts.filter(({ state }) => state.kind === 'open');
}

/** The answer takes the place of an earlier one to the same item. */
export function answered(session: Session, { item, answer, note }: GivenAnswer): Session {
  const { by, today: date, text } = session;
  const given: StoredAnswer = { item, answer, ...(note === undefined ? {} : { note }), by, date, text };
  return { ...session, answers: [...session.answers.filter((each) => each.item !== item), given] };
}

export async function closeSession(settings: Settings, session: Session): Promise<string> {
  return writeAnswers(settings, session.topic, session.language, session.answers);
}

export async function readGiven(path: string): Promise<Outcome<Located<GivenAnswers>>> {
  return readLocated(path, givenAnswersSchema);
}

/** An answer to an item that nobody is asked would count for nothing, which is told. */
export function answeredFrom(
  file: Located<GivenAnswers>,
  session: Session,
): { session: Session; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  let now = session;
  file.value.answers.forEach((given, index) => {
    const verdict = appraisalOf(now).verdicts.find(({ item }) => item === given.item);
    if (verdict?.state.kind === 'open' || verdict?.state.kind === 'answered') now = answered(now, given);
    else diagnostics.push(notAsked(file.place(['answers', index]), given.item, verdict));
  });
  return { session: now, diagnostics };
}

function notAsked(place: Place, item: string, verdict: Verdict | undefined): Diagnostic {
  const state = verdict?.state;
  const why =
    state?.kind === 'decided'
      ? `the program decides it: ${state.answer}, ${state.reason}`
      : `it waits for ${state?.kind === 'waits' ? state.item : 'another'}`;
  return warningAt(place, 'not-asked', `Nobody is asked ${item}: ${why}`, 'Leave it out');
}
