/** A printer's trouble and its name -> what to say to the person at the desk: what is wrong, then what to do. */

import type { PrinterTrouble, TroubleCode } from '../domain/printer-trouble.ts';

type Words = (printer: string, trouble: PrinterTrouble) => string;

const words: Readonly<Record<TroubleCode, Words>> = {
  'paper-out': (_, { tray, paper = 'paper' }) =>
    tray === undefined
      ? `Out of paper: put ${paper} in the tray, close the tray.`
      : `Tray ${tray} is out of paper: put ${paper} in tray ${tray}, close the tray.`,
  'wrong-paper': (printer, { paper = 'paper of this size' }) =>
    `No ${paper} in ${printer}: load ${paper}, or print elsewhere.`,
  'cover-open': () => 'Close the cover.',
  jam: () => 'Paper is stuck: open the marked door, pull it out.',
  toner: () => 'Out of toner: change it, or print elsewhere.',
  'tray-full': () => 'The tray for printed pages is full: take them out.',
  'needs-help': (printer) => `${printer} needs help: look at its display.`,
  stopped: () => 'Stopped: press its green button.',
  held: (printer) => `${printer} holds it back: release it at the printer.`,
  offline: (printer) => `No answer from ${printer}: is it on?`,

  'not-accepting': (printer) => `${printer} takes no prints now. Ask your helper; nothing was sent.`,
  'no-pdf': () => 'Takes no PDF: use PDF, or another printer.',
  'wrong-size': (printer, { paper = 'paper of this size' }) =>
    `${printer} has no ${paper}. Use other paper, or another printer; nothing was sent.`,
  'no-two-sides': () => 'Prints one side only: choose one-sided, or another printer.',
  'no-mono': (printer) => `${printer} has no setting for black and white. Print without it.`,
  'too-many-copies': (_, { most = 1 }) =>
    `Takes ${most} ${most === 1 ? 'copy' : 'copies'} at once: ask for fewer.`,
  'no-tray': (printer) => `${printer} has no such tray: choose another. Nothing was sent.`,
  'no-such-printer': (printer) => `No printer ${printer} at this address. Ask your helper; nothing was sent.`,
  'not-a-printer': (printer) => `What answers is not ${printer}. Ask your helper; nothing was sent.`,
  password: (printer) => `${printer} asks for a password. Ask your helper; nothing was sent.`,
  'only-secure': (printer) => `${printer} wants a secure line (ipps). Ask your helper; nothing was sent.`,
  'new-certificate': () => 'This is not the printer we know. Ask your helper; nothing was sent.',
  busy: (printer) => `${printer} is too busy. Try again in a minute; nothing was sent.`,
  refused: (printer, { detail = 'no reason' }) =>
    `${printer} refused it. Show code ${detail} to your helper; nothing was sent.`,

  aborted: () => 'The printer gave up; look in the tray before you print again.',
  canceled: () => 'Somebody stopped it; look in the tray before you print again.',
  forgotten: (printer) => `${printer} no longer knows it; look in the tray before you print again.`,
  'no-answer': (printer) => `No answer from ${printer} any more; look in the tray before you print again.`,

  'one-side-only': (_, { sheets = 2 }) => `One side only: prints ${sheets} sheets.`,
  'other-queue': (printer) => `${printer} takes no PDF: its queue prints it.`,
  'first-certificate': (printer) => `First time with ${printer}: from now on only this one is trusted.`,
  'not-loaded': (printer, { paper = 'paper of this size' }) =>
    `${printer} says that no ${paper} is loaded: load it if it waits.`,
  'with-errors': () => 'Done, but the printer told of a mistake: look at the pages.',
};

export function printerWords(trouble: PrinterTrouble, printer: string): string {
  return words[trouble.code](printer, trouble);
}

/** For whoever sets the printer up. */
export function printerHint({ code, detail }: PrinterTrouble): string | undefined {
  switch (code) {
    case 'no-pdf':
      return 'Set up a CUPS queue for it (lpadmin -p NAME -E -v ipp://PRINTER/ipp/print -m everywhere) and name it as `fallback: ipp://localhost:631/printers/NAME`: docs/operations.md, "Printers"';
    case 'new-certificate':
      return `Its certificate has changed${detail === undefined ? '' : `, to ${detail}`}. If it was replaced or set up anew: handout printers --forget PRINTER`;
    case 'first-certificate':
      return detail === undefined ? undefined : `Its certificate: ${detail}`;
    case 'wrong-size':
      return 'Name the paper it has with --media, or another printer with --printer';
    case 'no-two-sides':
      return 'Add --sides one-sided';
    case 'only-secure':
      return 'Write its address with ipps:// in place of ipp://';
    case 'no-such-printer':
      return 'Look at its address: ipp://HOST/ipp/print for most printers, ipp://HOST:631/printers/NAME for a queue';
    default:
      return undefined;
  }
}
