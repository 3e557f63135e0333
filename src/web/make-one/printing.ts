/** The pages now shown -> a print of them that is under way, or why not. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Content } from '../../domain/content.ts';
import type { Desk } from '../desk.ts';
import type { Messages } from '../messages.ts';
import { ownerOf } from '../person.ts';
import { beginPrint } from '../print/begin-print.ts';
import { type PrintLine, printLine } from '../print/print-line.ts';
import { wishesOf } from '../print/wishes.ts';
import type { Answers } from './answers.ts';
import { questionsModel } from './question-model.ts';
import type { Situation } from './situation.ts';
import type { StaffWords } from './words.ts';

export interface Printed {
  /** Empty when there is a line to follow. */
  readonly says: string;
  readonly line?: PrintLine;
}

interface Told {
  readonly content: Content;
  readonly words: StaffWords;
  readonly messages: Messages;
}

/** Only what was looked at is printed: other answers show their pages first. */
export async function printNow(
  desk: Desk,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  answers: Answers,
  situation: Situation,
  { content, words, messages }: Told,
): Promise<Printed> {
  if (situation.kind !== 'form' || situation.sheet === undefined) return { says: '' };
  const { sheet } = situation;
  // What stands in the way of the button stands in the way of the request too, whoever sends it.
  if (situation.conflicts.length > 0) return { says: messages.text('make.wait_note') };
  const { waiting } = questionsModel(content, situation.topic, answers, situation.facts, new Map(), words);
  if (waiting > 0) return { says: messages.text('make.wait_new_signs', { n: waiting }) };
  if (sheet.id !== answers.shown || sheet.mark === '') return { says: messages.text('make.look_first') };
  const { pdf, pages, handout, fileName, record } = sheet.held;
  const title = `Handout ${handout.contentId}`;
  const document = { pdf, pages, paper: handout.paper, title, fileName, records: [record] };
  const print = { documents: [document], back: '/make' };
  const wishes = wishesOf(request.body);
  const id = await beginPrint(desk, request, reply, print, wishes);
  const run = id === undefined ? undefined : desk.prints.get(ownerOf(request), id);
  if (id === undefined || run === undefined)
    return { says: messages.text(wishes.printer === '' ? 'printer.none' : 'printer.gone') };
  return { says: '', line: printLine(id, run, messages) };
}
