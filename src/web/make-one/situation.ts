/** Answers -> where the patient's handout stands: no topic yet, signs to check, a stop, or a form with its pages. */

import type { ProfileRequest } from '../../app/settle-profile.ts';
import type { Content, TopicContent } from '../../domain/content.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Rulebook } from '../../domain/rulebook.ts';
import type { Facts, Refusal, TailorWarning } from '../../domain/trace.ts';
import { factsOf } from '../../tailor/facts.ts';
import { blockingCodes, screen } from '../../tailor/screen.ts';
import type { Desk, DeskContent } from '../desk.ts';
import type { HeldSheet } from '../held-sheet.ts';
import { makeSheet } from '../made-sheet.ts';
import { QueueFull } from '../render-queue.ts';
import { NotUnderstood, toldOf } from '../trouble.ts';
import type { Answers } from './answers.ts';
import { askLines } from './ask-lines.ts';
import { answersMark, noteMark, profileOf } from './profile-of.ts';
import type { StaffWords } from './words.ts';

export type Ready = Extract<DeskContent, { ok: true }>;

/** What stands in the way of pages. */
export type Hindrance =
  | { readonly kind: 'full' }
  | { readonly kind: 'failed'; readonly code: string }
  /** Unanswered questions make the lists of signs longer than page 1 holds. */
  | { readonly kind: 'too-long' }
  | { readonly kind: 'invalid'; readonly lines: readonly string[] }
  | { readonly kind: 'refused'; readonly lines: readonly string[] };

export type Situation =
  | { readonly kind: 'start' }
  | { readonly kind: 'check'; readonly topic: TopicContent; readonly facts: Facts }
  | {
      readonly kind: 'stop';
      readonly topic: TopicContent;
      readonly refusal: Refusal;
      readonly facts: Facts;
      readonly request: ProfileRequest;
    }
  | {
      readonly kind: 'form';
      readonly topic: TopicContent;
      readonly facts: Facts;
      readonly sheet?: { readonly id: string; readonly held: HeldSheet; readonly mark: string };
      readonly hindrance?: Hindrance;
      /** The note goes against the page; the pages shown are without it. */
      readonly conflicts: readonly TailorWarning[];
    };

export async function situationOf(
  desk: Desk,
  ready: Ready,
  owner: string,
  answers: Answers,
  words: StaffWords,
): Promise<Situation> {
  const { content } = ready.kit;
  const { today } = desk.clock();
  const codeStops = answers.code !== '' && blockingCodes([answers.code], content.rulebook).length > 0;
  const topicId =
    answers.topic !== '' ? answers.topic : codeStops ? ([...content.topics.keys()][0] ?? '') : '';
  const topic = content.topics.get(topicId);
  if (topic === undefined) return { kind: 'start' };
  const settled = profileOf({ ...answers, topic: topicId }, content, today);
  if (!settled.ok) {
    const lines = settled.diagnostics.map(({ message, hint }) => [message, hint].filter(Boolean).join('. '));
    const { facts } = factsOf(emptyRequest(answers, topicId, content, today), content.rulebook, today);
    if (answers.checked === '') return { kind: 'check', topic, facts };
    return { kind: 'form', topic, facts, conflicts: [], hindrance: { kind: 'invalid', lines } };
  }
  const request = settled.value;
  const { facts } = factsOf(request.profile, content.rulebook, today);
  if (answers.checked !== '' || codeStops) {
    const refusal = stopFor(request, content, facts, words);
    if (refusal !== undefined) return { kind: 'stop', topic, refusal, facts, request };
  }
  if (answers.checked === '' || answers.checked === 'ticked') return { kind: 'check', topic, facts };
  return { kind: 'form', topic, facts, ...(await pagesFor(desk, ready, owner, answers, request)) };
}

function stopFor(
  { profile }: ProfileRequest,
  { rulebook }: Content,
  facts: Facts,
  words: StaffWords,
): Refusal | undefined {
  return screen(profile, rulebook, facts, words.shared, new Map());
}

/** For what does not depend on the field that is wrong. */
function emptyRequest(answers: Answers, topic: string, content: Content, today: ProfileRequest['today']) {
  const plain = profileOf(
    { ...answers, topic, name: '', visit: '', note: '', age: '', factors: {}, says: {} },
    content,
    today,
  );
  // What is left are choices: no form of ours offers any that is not there.
  if (!plain.ok) throw new NotUnderstood();
  return plain.value.profile;
}

type Pages = Pick<Extract<Situation, { kind: 'form' }>, 'sheet' | 'hindrance' | 'conflicts'>;

async function pagesFor(
  desk: Desk,
  ready: Ready,
  owner: string,
  answers: Answers,
  request: ProfileRequest,
): Promise<Pages> {
  const mark = answersMark(answers);
  const before = answers.made === mark ? desk.held.get(owner, answers.shown) : undefined;
  // A text that was changed or withdrawn since holds from this click on.
  const known = before?.kit === ready.kit ? before : undefined;
  const confirmed = answers.kept !== '' && answers.kept === noteMark(answers);
  try {
    const paper =
      answers.paper === 'A4' || answers.paper === 'Letter' ? answers.paper : ready.kit.content.clinic.paper;
    const profile = withLines(request, ready.kit.content.rulebook);
    const sheet = { ...request, profile, paper, notesConfirmed: confirmed };
    if (known !== undefined) {
      const sheetNow = { id: answers.shown, held: known, mark };
      return { sheet: sheetNow, conflicts: confirmed ? [] : conflictsIn(known.trace.warnings) };
    }
    let made = await makeSheet(desk, ready, sheet);
    let conflicts: readonly TailorWarning[] = [];
    if (made.kind === 'refused' && made.refusal.code === 'unconfirmed-notes') {
      conflicts = conflictsIn(made.trace.warnings);
      const { notes: _unsaid, ...profile } = sheet.profile;
      made = await makeSheet(desk, ready, { ...sheet, profile: { ...profile, clinicianSays: {} } });
    }
    if (made.kind === 'refused')
      return { conflicts, hindrance: { kind: 'refused', lines: made.refusal.lines } };
    if (made.kind === 'unproved') {
      const lines = made.problems.slice(0, 3).map(({ message }) => message);
      return { conflicts, hindrance: { kind: 'refused', lines } };
    }
    const held = made.sheet;
    const id = desk.held.hold(owner, held, held.pdf.byteLength + 400_000);
    return { sheet: { id, held, mark: conflicts.length > 0 ? '' : mark }, conflicts };
  } catch (error) {
    if (error instanceof QueueFull) return { conflicts: [], hindrance: { kind: 'full' } };
    const { code } = toldOf(error);
    if (code === 'signs-too-long') return { conflicts: [], hindrance: { kind: 'too-long' } };
    desk.say(`POST /make 500 ${code}`);
    return { conflicts: [], hindrance: { kind: 'failed', code } };
  }
}

/** Words under an "ask us" line that this sheet no longer has wait until it has one again: the form says so. */
function withLines({ profile, topic, today }: ProfileRequest, rulebook: Rulebook): Profile {
  const lines = askLines(rulebook, topic, factsOf(profile, rulebook, today).facts);
  const said = Object.entries(profile.clinicianSays).filter(([resource]) => lines.has(resource));
  return { ...profile, clinicianSays: Object.fromEntries(said) };
}

function conflictsIn(warnings: readonly TailorWarning[]): TailorWarning[] {
  return warnings.filter(({ code }) => code === 'notes-conflict');
}
