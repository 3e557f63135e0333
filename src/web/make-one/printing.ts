/** The pages now shown and a printer -> a job under way, and how it goes. */

import type { FastifyInstance } from 'fastify';
import { Fault } from '../../domain/fault.ts';
import type { Desk } from '../desk.ts';
import type { Messages } from '../messages.ts';
import { messagesFor } from '../person.ts';
import type { Answers } from './answers.ts';
import type { Situation } from './situation.ts';

export interface Printed {
  /** Empty when nothing was sent. */
  readonly job: string;
  readonly says: string;
}

/** Only what was looked at is printed: other answers show their pages first. */
export async function printNow(
  desk: Desk,
  answers: Answers,
  situation: Situation,
  messages: Messages,
): Promise<Printed> {
  if (situation.kind !== 'form' || situation.sheet === undefined) return { job: '', says: '' };
  const { sheet } = situation;
  if (sheet.id !== answers.shown || sheet.mark === '')
    return { job: '', says: messages.text('make.look_first') };
  const printers = await desk.printers.list();
  const printer = printers.find(({ id }) => id === answers.printer) ?? printers[0];
  if (printer === undefined) return { job: '', says: messages.text('printer.none') };
  const copies = Math.min(99, Math.max(1, Number.parseInt(answers.copies, 10) || 1));
  try {
    const progress = await desk.printers.print({
      printer: printer.id,
      pdf: sheet.held.pdf,
      pages: sheet.held.pages,
      paper: sheet.held.handout.paper,
      copies,
      title: `Handout ${sheet.held.handout.contentId}`,
    });
    const says = messages.said('printer', progress.says);
    if (progress.step === 'failed') return { job: '', says };
    return {
      job: progress.job ?? '',
      says: progress.says === 'sent' ? messages.text('make.sent', { printer: printer.name }) : says,
    };
  } catch (error) {
    desk.say(`POST /make print ${error instanceof Fault ? error.code : 'failed'}`);
    return { job: '', says: messages.text('make.not_sent', { printer: printer.name }) };
  }
}

export function addPrinting(app: FastifyInstance, desk: Desk): void {
  app.get<{ Params: { job: string } }>('/make/job/:job', async (request, reply) => {
    const progress = await desk.printers.follow(request.params.job);
    if (progress === undefined) return reply.code(404).send();
    const messages = messagesFor(desk, request);
    return { step: progress.step, says: messages.said('printer', progress.says) };
  });
}
