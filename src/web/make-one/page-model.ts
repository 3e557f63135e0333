/** Where a handout stands -> everything that the template of Make one prints. */

import type { Content } from '../../domain/content.ts';
import { styleSchema } from '../../domain/topic.ts';
import type { Desk } from '../desk.ts';
import type { Messages } from '../messages.ts';
import type { DeskPrinter } from '../printers.ts';
import type { Answers } from './answers.ts';
import { carriedFields } from './carried.ts';
import { pictureMarks } from './picture-marks.ts';
import { previewModel, reasonsOf } from './preview-model.ts';
import { questionsModel } from './question-model.ts';
import { changesByFactor } from './reasons.ts';
import { askedSigns } from './sign-check.ts';
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
  readonly printers: readonly DeskPrinter[];
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
    carried: carriedFields(answers, situation.kind, shownPages(situation)),
    number: emergencyNumber(content),
    ...(await partsOf(input)),
    bar: barModel(input),
  };
}

function shownPages(situation: Situation): { shown: string; made: string } {
  if (situation.kind !== 'form' || situation.sheet === undefined) return { shown: '', made: '' };
  return { shown: situation.sheet.id, made: situation.sheet.mark };
}

async function partsOf(input: PageInput): Promise<object> {
  const { content, answers, situation, words, messages } = input;
  switch (situation.kind) {
    case 'start':
      return {};
    case 'check': {
      const { facts, topic } = situation;
      const asked = (urgency: 'emergency' | 'same-day') =>
        askedSigns(content, urgency, facts, answers.sign, words);
      const questions = questionsModel(content, topic, answers, facts, new Map(), words);
      const ticked = answers.sign.length;
      const urgent = answers.sign.some((id) => content.rulebook.signs[id]?.urgency === 'emergency');
      return {
        check: {
          now: asked('emergency'),
          today: asked('same-day'),
          questions: questions.total,
          ticked,
          urgent,
          count: messages.text(urgent ? 'check.count_now' : 'check.count_today', { n: ticked }),
        },
      };
    }
    case 'stop': {
      const { refusal, request, facts } = situation;
      return { stop: stopModel(refusal, request.profile, content, facts, words, messages) };
    }
    case 'form':
      return formParts(input, situation);
  }
}

async function formParts(input: PageInput, situation: Extract<Situation, { kind: 'form' }>): Promise<object> {
  const { content, answers, words, messages } = input;
  const { topic, facts, sheet, hindrance, conflicts } = situation;
  const changes = { out: answers.out, put: answers.put, order: answers.order };
  const previewed = sheet && { id: sheet.id, sheet: sheet.held, content, topic, changes };
  const rows = previewed === undefined ? [] : reasonsOf(previewed, words);
  const preview = previewed === undefined ? undefined : previewModel(previewed, rows, words, messages);
  return {
    questions: questionsModel(content, topic, answers, facts, changesByFactor(rows, facts), words),
    preview,
    pictures:
      input.pictures && previewed !== undefined && preview !== undefined
        ? await pictureMarks(input.desk.settings, previewed.sheet.pdf, preview.marks)
        : [],
    hindrance: hindranceModel(hindrance, messages),
    conflicts: conflicts.map(({ message }) => message),
    settings: settingsModel(answers, content, input),
    fields: { name: answers.name, line: answers.line === 'yes', visit: answers.visit, note: answers.note },
    today: input.desk.clock().today,
  };
}

function hindranceModel(
  hindrance: Extract<Situation, { kind: 'form' }>['hindrance'],
  messages: Messages,
): object | undefined {
  if (hindrance === undefined) return undefined;
  const { kind } = hindrance;
  const again = kind === 'full' || kind === 'failed';
  const text =
    kind === 'full'
      ? messages.text('make.full')
      : kind === 'failed'
        ? messages.text('make.failed', { code: hindrance.code })
        : messages.text(kind === 'invalid' ? 'make.invalid' : 'make.refused');
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
  printers,
  note,
  madeAt,
  pictures,
}: PageInput): object {
  const printer = printers.find(({ id }) => id === answers.printer) ?? printers[0];
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
    printers: printers.map((each) => ({
      ...each,
      chosen: each.id === printer?.id,
      state: messages.said('printer', each.says),
    })),
    printer:
      printer === undefined
        ? undefined
        : {
            name: printer.name,
            state: messages.said('printer', printer.says),
            ready: printer.state === 'ready',
          },
    copies: Math.min(99, Math.max(1, Number.parseInt(answers.copies, 10) || 1)),
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
