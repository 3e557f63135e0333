/** What the desk page needs of printers: which there are, how they are, and a print that can be followed. */

import type { Paper } from '../domain/clinic.ts';

export type PrinterCondition = 'ready' | 'busy' | 'trouble';

export interface DeskPrinter {
  readonly id: string;
  /** As the clinic calls it. */
  readonly name: string;
  readonly state: PrinterCondition;
  /** The id of a message under `printer:`, such as `ready`, or what to say of a trouble. */
  readonly says: string;
}

export interface DeskPrint {
  readonly printer: string;
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly paper: Paper;
  readonly copies: number;
  /** Never a patient's name: a job's name is kept by queues. */
  readonly title: string;
}

export interface PrintProgress {
  readonly step: 'sent' | 'waiting' | 'printing' | 'done' | 'failed';
  /** As of a printer. */
  readonly says: string;
  /** The id by which it is followed; absent when nothing was sent. */
  readonly job?: string;
}

export interface DeskPrinters {
  list(): Promise<readonly DeskPrinter[]>;
  print(order: DeskPrint): Promise<PrintProgress>;
  /** Undefined for a print that is not known any more. */
  follow(job: string): Promise<PrintProgress | undefined>;
  cancel(job: string): Promise<void>;
}
