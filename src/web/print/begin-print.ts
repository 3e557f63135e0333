/** What a screen wants on paper and how it was asked for -> a print under way, on the printer that was chosen. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Desk } from '../desk.ts';
import { ownerOf, staffOf } from '../person.ts';
import { chosenPrinter, lastPrinter, rememberPrinter } from './chosen-printer.ts';
import type { NewPrint } from './print-run.ts';
import { printWishes, type Wishes } from './wishes.ts';

/** Its id; undefined when no printer is set up, or the one that was chosen is there no more: another may stand in another room. */
export async function beginPrint(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  print: Omit<NewPrint, 'printer' | 'wishes' | 'by'>,
  wishes: Wishes,
): Promise<string | undefined> {
  const paper = print.documents[0]?.paper;
  const printers = await desk.printers.list();
  if (wishes.printer !== '' && !printers.some(({ id }) => id === wishes.printer)) return undefined;
  const printer = chosenPrinter(printers, wishes.printer, paper, lastPrinter(request));
  if (printer === undefined || print.documents.length === 0) return undefined;
  rememberPrinter(reply, printer, request.protocol === 'https');
  const { id, name } = printer;
  return desk.prints.start(ownerOf(request), wishes.ticket, {
    ...print,
    printer: { id, name },
    wishes: printWishes(wishes),
    by: staffOf(request),
  });
}
