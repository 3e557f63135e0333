/** What the desk page needs of printers: which there are, how they are, what they can, and a print that can be followed. */

import type { Paper, Sides } from '../domain/clinic.ts';
import type { PrinterTrouble } from '../domain/printer-trouble.ts';

export interface DeskPrinter {
  readonly id: string;
  /** As the clinic calls it. */
  readonly name: string;
  /** `asking`: it has not answered yet. */
  readonly state: 'asking' | 'ready' | 'busy' | 'trouble';
  readonly trouble?: PrinterTrouble;
  /** Of clinic.yaml: it is taken for these when nobody chose. */
  readonly papers: readonly Paper[];
  /** Absent until it has answered. */
  readonly can?: PrinterAbilities;
}

export interface PrinterAbilities {
  /** Names of the papers that are loaded, or that it knows; empty when it does not say. */
  readonly papers: readonly string[];
  readonly twoSided: boolean;
  readonly color: boolean;
  readonly mono: boolean;
  /** Those that one can choose, by their names in IPP. */
  readonly trays: readonly string[];
}

/** What is left out is as it is set up for the printer. */
export interface PrintWishes {
  readonly copies: number;
  readonly sides?: Sides | undefined;
  readonly mono?: boolean | undefined;
  readonly tray?: string | undefined;
}

export interface DeskPrint extends PrintWishes {
  readonly printer: string;
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly paper: Paper;
  /** Never a patient's name: a job's name is kept by queues. */
  readonly title: string;
}

export interface PrintProgress {
  /** `refused`: nothing was sent. `failed`: look in the tray first. */
  readonly step: 'sent' | 'waiting' | 'printing' | 'done' | 'refused' | 'failed';
  readonly trouble?: PrinterTrouble;
  /** It is not as one may think, but it goes on. */
  readonly notes?: readonly PrinterTrouble[];
  /** Sides put on paper so far, where the printer counts. */
  readonly sides?: number;
  /** The id by which it is followed; absent when nothing was sent. */
  readonly job?: string;
}

/** `printed`: it was too late. `over`: it had ended otherwise. `unreachable`: it may still print. */
export type Stopped = 'stopped' | 'printed' | 'over' | 'unreachable';

export interface DeskPrinters {
  list(): Promise<readonly DeskPrinter[]>;
  print(order: DeskPrint): Promise<PrintProgress>;
  /** Undefined for a print that is not known any more. */
  follow(job: string): Promise<PrintProgress | undefined>;
  stop(job: string): Promise<Stopped>;
}
