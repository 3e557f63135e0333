/** Printers and what was asked for -> the one to print with: the one chosen, the one used last, or the one that is set up for the paper. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DeskPrinter } from '../printers.ts';

const printerCookie = 'desk-printer';
const year = 31_536_000;

export function chosenPrinter(
  printers: readonly DeskPrinter[],
  wanted: string,
  paper: string | undefined,
  used: string,
): DeskPrinter | undefined {
  const isFor = ({ papers }: DeskPrinter) => papers.some((each) => each === paper);
  return (
    printers.find(({ id }) => id === wanted) ??
    printers.find((each) => each.id === used && (each.papers.length === 0 || isFor(each))) ??
    printers.find(isFor) ??
    printers.find(({ papers }) => papers.length === 0) ??
    printers[0]
  );
}

/** The printer beside a desk stays beside it. */
export function lastPrinter(request: FastifyRequest): string {
  return request.cookies[printerCookie] ?? '';
}

export function rememberPrinter(reply: FastifyReply, printer: DeskPrinter, secure: boolean): void {
  reply.setCookie(printerCookie, printer.id, {
    path: '/',
    sameSite: 'strict',
    httpOnly: true,
    secure,
    maxAge: year,
  });
}
