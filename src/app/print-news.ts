/** What is told while something is printed: notes, how far it is, how it ended. */

import type { PrinterTrouble } from '../domain/printer-trouble.ts';
import type { TrustCertificate } from '../ipp/line.ts';

/** A print that a printer has: enough to follow it or to stop it, now or from another request. Holds nothing of a patient. */
export interface PrintedJob {
  /** What staff call the printer. */
  readonly printer: string;
  readonly uri: string;
  readonly id: number;
  /** `A4`. */
  readonly paper: string;
  /** What the printer told before it got the job: that did not come with it. */
  readonly before: readonly string[];
}

export type PrintNews =
  /** It goes on all the same, but somebody should know. */
  | { readonly kind: 'note'; readonly trouble: PrinterTrouble }
  | {
      readonly kind: 'stage';
      readonly stage: 'sent' | 'waiting' | 'printing';
      readonly job: PrintedJob;
      /** Sides put on paper so far, where the printer counts. */
      readonly sides?: number;
      /** It waits for somebody, and goes on by itself. */
      readonly trouble?: PrinterTrouble;
    }
  | PrintEnd;

/** `refused`: nothing was sent. `failed`: look in the tray before it is printed again. */
export interface PrintEnd {
  readonly kind: 'end';
  readonly end: 'done' | 'refused' | 'failed';
  readonly job?: PrintedJob;
  readonly sides?: number;
  readonly trouble?: PrinterTrouble;
}

/** What one look at a print can find. */
export type PrintLook = Exclude<PrintNews, { readonly kind: 'note' }>;

export interface PrintWire {
  readonly trust: TrustCertificate;
  readonly signal?: AbortSignal | undefined;
}
