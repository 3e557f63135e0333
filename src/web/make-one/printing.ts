/** The pages now shown -> a print of them that is under way, or why not. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Desk } from '../desk.ts';
import type { Messages } from '../messages.ts';
import { ownerOf } from '../person.ts';
import { beginPrint } from '../print/begin-print.ts';
import { type PrintLine, printLine } from '../print/print-line.ts';
import { wishesOf } from '../print/wishes.ts';
import type { Answers } from './answers.ts';
import type { Situation } from './situation.ts';

export interface Printed {
  /** Empty when there is a line to follow. */
  readonly says: string;
  readonly line?: PrintLine;
}

/** Only what was looked at is printed: other answers show their pages first. */
export async function printNow(
  desk: Desk,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  answers: Answers,
  situation: Situation,
  messages: Messages,
): Promise<Printed> {
  if (situation.kind !== 'form' || situation.sheet === undefined) return { says: '' };
  const { sheet } = situation;
  if (sheet.id !== answers.shown || sheet.mark === '') return { says: messages.text('make.look_first') };
  const { pdf, pages, handout, fileName, record } = sheet.held;
  const title = `Handout ${handout.contentId}`;
  const document = { pdf, pages, paper: handout.paper, title, fileName, records: [record] };
  const print = { documents: [document], back: '/make' };
  const id = await beginPrint(desk, request, reply, print, wishesOf(request.body));
  const run = id === undefined ? undefined : desk.prints.get(ownerOf(request), id);
  if (id === undefined || run === undefined) return { says: messages.text('printer.none') };
  return { says: '', line: printLine(id, run, messages) };
}
