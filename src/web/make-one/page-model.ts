/** Where a handout stands -> everything that the template of Make one prints. */

import type { Content } from '../../domain/content.ts';
import { styleSchema } from '../../domain/topic.ts';
import type { Desk } from '../desk.ts';
import type { Messages } from '../messages.ts';
import type { Answers } from './answers.ts';
import { carriedFields } from './carried.ts';
import { checkModel, decidingIn, stopQuestions } from './check-model.ts';
import { pictureMarks } from './picture-marks.ts';
import { type PreviewModel, previewModel, type RowModel, reasonsOf } from './preview-model.ts';
import { questionsModel } from './question-model.ts';
import { changesByFactor } from './reasons.ts';
import { saysModel } from './says-model.ts';
import type { Situation } from './situation.ts';
import { stopModel } from './stop-model.ts';
import { findTopics, titleOf } from './topic-search.ts';
import type { StaffWords } from './words.ts';
import { emergencyNumber } from './words.ts';

export interface PageInput {
  readonly desk: Desk;
  readonly content: Content;
  readonly answers: Answers;
  readonly situation: Situation;
  readonly words: StaffWords;
  readonly messages: Messages;
  /** Printers and how to print; undefined when none is set up. */
  readonly choice: object | undefined;
  /** What just happened, for the status line. */
  readonly note?: string | undefined;
  /** `HH:MM:SS`. */
  readonly madeAt: string;
  /** Pictures of the pages stand in it for browsers without scripts. */
  readonly pictures: boolean;
}

export async function pageModel(input: PageInput): Promise<object> {
  const { content, answers, situation, messages } = input;
  const topic = content.topics.get(answers.topic);
  const language = messages.tag;
  const { hits, blocked } = findTopics(answers.find, content, language);
  const deciding = decidingIn(content, situation, answers, input.words);
  const hidden = situation.kind === 'stop' ? withoutAsked(answers, deciding) : answers;
  return {
    step: situation.kind,
    isStart: situation.kind === 'start',
    isCheck: situation.kind === 'check',
    isStop: situation.kind === 'stop',
    isForm: situation.kind === 'form',
    topic: topic === undefined ? undefined : { id: topic.topic.id, title: titleOf(topic, language) },
    search: {
      find: answers.find,
      hits,
      blocked: blocked === undefined ? '' : blocked,
      none: answers.find !== '' && hits.length === 0 && blocked === undefined,
      often: answers.find === '',
      total: content.topics.size,
    },
    carried: carriedFields(hidden, situation.kind, shownPages(situation)),
    number: emergencyNumber(content),
    ...(await partsOf(input, deciding)),
    choice: input.choice,
    bar: barModel(input),
  };
}

function shownPages(situation: Situation): { shown: string; made: string } {
  if (situation.kind !== 'form' || situation.sheet === undefined) return { shown: '', made: '' };
  return { shown: situation.sheet.id, made: situation.sheet.mark };
}

/** What the stop shows as a question is no hidden field too. */
function withoutAsked(answers: Answers, asked: readonly string[]): Answers {
  const kept = Object.entries(answers.factors).filter(([id]) => !asked.includes(id));
  return { ...answers, factors: Object.fromEntries(kept) };
}

async function partsOf(input: PageInput, deciding: readonly string[]): Promise<object> {
  const { content, answers, situation, words, messages } = input;
  switch (situation.kind) {
    case 'start':
      return {};
    case 'check':
      return { check: checkModel(content, situation, answers, deciding, words, messages) };
    case 'stop': {
      const { refusal, request, facts } = situation;
      const questions = stopQuestions(content, situation, answers, deciding, words);
      return { stop: stopModel(refusal, request.profile, content, facts, words, messages, questions) };
    }
    case 'form':
      return formParts(input, situation);
  }
}

async function formParts(input: PageInput, situation: Extract<Situation, { kind: 'form' }>): Promise<object> {
  const { content, answers, words, messages } = input;
  const { topic, facts, sheet, hindrance, conflicts } = situation;
  const previewed = sheet && { id: sheet.id, sheet: sheet.held, content, topic };
  const rows = previewed === undefined ? [] : reasonsOf(previewed, words);
  const preview = previewed === undefined ? undefined : previewModel(previewed, rows, words, messages);
  return {
    questions: questionsModel(content, topic, answers, facts, changesByFactor(rows, facts), words),
    ...(await drawnPreview(input, previewed?.sheet.pdf, preview)),
    hindrance: hindranceModel(hindrance, messages),
    conflicts: conflicts.map(({ message }) => message),
    says: saysModel(content, topic, answers, facts, words),
    settings: settingsModel(answers, content, input),
    fields: { name: answers.name, line: answers.line === 'yes', visit: answers.visit, note: answers.note },
    today: input.desk.clock().today,
  };
}

/** What is on no page stands behind what it would have stood behind there. */
function byPage(
  groups: PreviewModel['rows'],
  pageOf: ReadonlyMap<string, number>,
  messages: Messages,
): PreviewModel['rows'] {
  const pages = new Map<number, RowModel[]>();
  let page = 1;
  for (const row of groups.flatMap(({ rows }) => rows)) {
    page = pageOf.get(row.id) ?? page;
    pages.set(page, [...(pages.get(page) ?? []), row]);
  }
  const sorted = [...pages].sort(([a], [b]) => a - b);
  return sorted.map(([n, rows]) => ({ title: messages.text('reason.page', { n }), rows }));
}

/** With the pictures that a browser without scripts shows, and where everything stands on them. */
async function drawnPreview(
  input: PageInput,
  pdf: Uint8Array | undefined,
  preview: PreviewModel | undefined,
): Promise<object> {
  if (pdf === undefined || preview === undefined || !input.pictures) return { preview, pictures: [] };
  const parts = preview.rows.flatMap(({ rows }) => rows).filter(({ kind }) => kind !== 'out');
  const { pictures, pageOf } = await pictureMarks(input.desk.settings, pdf, preview.marks, parts);
  return { preview: { ...preview, rows: byPage(preview.rows, pageOf, input.messages) }, pictures };
}

function hindranceModel(
  hindrance: Extract<Situation, { kind: 'form' }>['hindrance'],
  messages: Messages,
): object | undefined {
  if (hindrance === undefined) return undefined;
  const { kind } = hindrance;
  const again = kind === 'full' || kind === 'failed';
  const keys = {
    full: 'make.full',
    'too-long': 'make.too_long',
    invalid: 'make.invalid',
    refused: 'make.refused',
  } as const;
  const text =
    kind === 'failed' ? messages.text('make.failed', { code: hindrance.code }) : messages.text(keys[kind]);
  return { kind, text, again, lines: 'lines' in hindrance ? hindrance.lines : [] };
}

function settingsModel(answers: Answers, content: Content, { messages }: PageInput): object {
  const topic = content.topics.get(answers.topic);
  const languages = [...(topic?.words.keys() ?? [])].map((tag) => ({
    value: tag,
    text: content.words.get(tag)?.language.name ?? tag,
    chosen: tag === answers.language,
  }));
  return {
    languages,
    styles: styleSchema.options.map((value) => ({
      value,
      text: messages.has(`make.style_${value}`) ? messages.text(`make.style_${value}`) : value,
      chosen: value === answers.style,
    })),
    sizes: [{ value: 'standard', text: messages.text('make.size_standard'), chosen: true }],
    papers: ['A4', 'Letter'].map((value) => ({ value, text: value, chosen: value === answers.paper })),
  };
}

/** Why Print waits comes before everything else the bar could say. */
function barModel({
  content,
  answers,
  situation,
  words,
  messages,
  choice,
  note,
  madeAt,
  pictures,
}: PageInput): object {
  const sheet = situation.kind === 'form' ? situation.sheet : undefined;
  const waits = waitsFor();
  return {
    ready: waits === '',
    waits,
    waitsAt:
      situation.kind === 'form' && situation.conflicts.length > 0
        ? '#note'
        : situation.kind === 'form'
          ? '#ask'
          : '#main',
    note: note ?? '',
    id: sheet?.id ?? '',
    pages: sheet?.held.pages ?? 0,
    madeAt: sheet === undefined || !pictures ? '' : madeAt,
    blanks: blanks(),
    printer: choice !== undefined,
  };

  function blanks(): number {
    if (situation.kind !== 'form') return 0;
    return questionsModel(content, situation.topic, answers, situation.facts, new Map(), words).blanks;
  }

  function waitsFor(): string {
    if (situation.kind === 'start') return messages.text('make.wait_topic');
    if (situation.kind === 'check') return messages.text('make.wait_signs');
    if (situation.kind === 'stop') return messages.text('make.no_handout');
    if (situation.conflicts.length > 0) return messages.text('make.wait_note');
    const { waiting } = questionsModel(content, situation.topic, answers, situation.facts, new Map(), words);
    if (waiting > 0) return messages.text('make.wait_new_signs', { n: waiting });
    return situation.sheet === undefined ? messages.text('make.wait_pages') : '';
  }
}
