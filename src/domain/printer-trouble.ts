/** What a printer can't do or waits for, as a code that words are found for: on the command line and on the desk page. */

import { Fault } from './fault.ts';

export type TroubleCode =
  // It waits for somebody, and goes on by itself once that is done.
  | 'cover-open'
  | 'jam'
  | 'paper-out'
  | 'wrong-paper'
  | 'toner'
  | 'tray-full'
  | 'needs-help'
  | 'stopped'
  | 'held'
  | 'offline'
  // It was told early that it can't, and nothing was sent.
  | 'not-accepting'
  | 'no-pdf'
  | 'wrong-size'
  | 'no-two-sides'
  | 'no-mono'
  | 'too-many-copies'
  | 'no-tray'
  | 'no-such-printer'
  | 'not-a-printer'
  | 'password'
  | 'only-secure'
  | 'new-certificate'
  | 'busy'
  | 'refused'
  // It was sent, and did not come out whole.
  | 'aborted'
  | 'canceled'
  | 'forgotten'
  | 'no-answer'
  // It is done all the same, but otherwise than one may think.
  | 'one-side-only'
  | 'other-queue'
  | 'first-certificate'
  | 'not-loaded'
  | 'with-errors';

export interface PrinterTrouble {
  readonly code: TroubleCode;
  /** `A4`, or what the printer calls it. */
  readonly paper?: string;
  /** As the printer names it. */
  readonly tray?: string;
  /** `one-side-only`: sheets for each copy. */
  readonly sheets?: number;
  /** `too-many-copies`: how many it takes at once. */
  readonly most?: number;
  /** `refused`: the printer's own word for it; `first-certificate`, `new-certificate`: the fingerprint. */
  readonly detail?: string;
}

/** The printer said so itself: of any other trouble the job may still be there, and print. */
export function isOverAtPrinter(trouble: PrinterTrouble | undefined): boolean {
  return trouble?.code === 'aborted' || trouble?.code === 'canceled';
}

/** Thrown where a printer can't be spoken to; never leaves `src/app/`. */
export class PrinterFault extends Fault {
  readonly trouble: PrinterTrouble;

  constructor(trouble: PrinterTrouble, cause?: unknown) {
    super('printer-failed', `The printer can't be used (${trouble.code})`, {
      hint: 'Run `handout printers` to see what it says',
      ...(cause === undefined ? {} : { cause }),
    });
    this.trouble = trouble;
  }
}
