/** The screen Make one: its routes. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Desk } from '../desk.ts';
import { sendPage } from '../page.ts';
import { messagesFor, ownerOf } from '../person.ts';
import { choiceModel } from '../print/choice-model.ts';
import { lastPrinter } from '../print/chosen-printer.ts';
import { wishesOf } from '../print/wishes.ts';
import { retryAfterSeconds } from '../render-queue.ts';
import { NotUnderstood } from '../trouble.ts';
import { type Answers, answersOf, noAnswers } from './answers.ts';
import { lookAhead } from './look-ahead.ts';
import { pressed, withDefaults } from './next-step.ts';
import { pageModel } from './page-model.ts';
import { type Printed, printNow } from './printing.ts';
import { type Situation, situationOf } from './situation.ts';
import { staffWords } from './words.ts';

interface MakeOne {
  readonly desk: Desk;
  readonly ahead: ReturnType<typeof lookAhead>;
}

export function addMakeOne(app: FastifyInstance, desk: Desk): void {
  const room: MakeOne = { desk, ahead: lookAhead(desk) };
  app.get('/make', (request, reply) => show(room, request, reply, noAnswers, ''));
  app.post('/make', async (request, reply) => {
    const answers = answersOf(request.body);
    if (answers === undefined) throw new NotUnderstood();
    if (answers.do === 'next') {
      desk.held.clear(ownerOf(request));
      desk.prints.forget(ownerOf(request), 'ended');
      return reply.redirect('/make', 303);
    }
    const content = await desk.content();
    if (!content.ok) return show(room, request, reply, answers, '');
    const { answers: next, action } = pressed(answers, content.kit.content, messagesFor(desk, request).tag);
    return show(room, request, reply, next, action);
  });
}

async function show(
  { desk, ahead }: MakeOne,
  request: FastifyRequest,
  reply: FastifyReply,
  given: Answers,
  action: string,
): Promise<FastifyReply> {
  const messages = messagesFor(desk, request);
  const content = await desk.content();
  if (!content.ok) {
    const text = messages.text('trouble.content');
    const title = messages.text('trouble.title');
    return sendPage(desk, request, reply, {
      template: 'trouble',
      tab: 'make',
      title,
      status: 500,
      model: { text, retry: false },
    });
  }
  const answers = withDefaults(given, content.kit.content);
  const words = staffWords(content.kit.content, messages);
  const situation = await situationOf(desk, content, ownerOf(request), answers, words);
  const told = { content: content.kit.content, words, messages };
  const printed =
    action === 'print' ? await printNow(desk, { request, reply }, answers, situation, told) : undefined;
  const model = await pageModel({
    desk,
    content: content.kit.content,
    answers,
    situation,
    words,
    messages,
    choice: choiceModel({
      printers: await desk.printers.list(),
      wishes: wishesOf(request.body),
      paper: answers.paper,
      used: lastPrinter(request),
      messages,
    }),
    note: noteOf(action, answers, printed, messages),
    madeAt: timeOf(desk.clock().moment),
    pictures: request.headers['x-desk'] === undefined,
  });
  if (situation.kind === 'check' || situation.kind === 'form') ahead(content, answers);
  if (statusOf(situation) === 503) reply.header('retry-after', retryAfterSeconds);
  return sendPage(desk, request, reply, {
    template: 'make-one/page',
    tab: 'make',
    title: messages.text('frame.make'),
    styles: ['make-one.css', 'preview.css', 'print.css'],
    scripts: ['make-one.js'],
    status: statusOf(situation),
    model: { ...model, line: printed?.line },
  });
}

function noteOf(
  action: string,
  answers: Answers,
  printed: Printed | undefined,
  messages: ReturnType<typeof messagesFor>,
): string {
  if (printed !== undefined) return printed.says;
  return action === 'ticked' && answers.sign.length === 0 ? messages.text('make.tick_first') : '';
}

function statusOf(situation: Situation): number {
  if (situation.kind !== 'form') return 200;
  const kind = situation.hindrance?.kind;
  if (kind === 'full') return 503;
  return kind === 'failed' ? 500 : 200;
}

/** The clinic's own time of day. */
function timeOf(moment: string): string {
  return new Date(moment).toLocaleTimeString('en-GB');
}
