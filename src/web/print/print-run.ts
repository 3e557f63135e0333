/** A print of the desk: its documents, where they are now, and how far it is as one. */

import type { HandoutRecord } from '../../domain/handout-record.ts';
import type { PrinterTrouble } from '../../domain/printer-trouble.ts';
import type { DeskPrint, PrinterAbilities, PrintProgress, PrintWishes, Stopped } from '../printers.ts';

/** One job of a printer; several leaflets are several. */
export type PrintDocument = Pick<DeskPrint, 'pdf' | 'pages' | 'paper' | 'title'> & {
  /** For a download. */
  readonly fileName: string;
  /** Of the handouts in it. */
  readonly records: readonly HandoutRecord[];
};

export interface NewPrint {
  readonly documents: readonly PrintDocument[];
  readonly printer: PrinterName;
  readonly wishes: PrintWishes;
  /** Who of the staff prints; empty when nobody said. */
  readonly by: string;
  /** The place that it was printed from: no word about a patient may be in it. */
  readonly back: string;
  /** What it is, for the line that tells of it; never about a patient. */
  readonly title?: string;
  /** Where else the same can be downloaded, when it is more than one document. */
  readonly file?: string;
}

export interface PrinterName {
  readonly id: string;
  readonly name: string;
}

export interface PrintPart {
  /** Without its bytes once it is on paper: then nobody needs them. */
  document: PrintDocument;
  /** Undefined until a printer has said yes or no. */
  progress: PrintProgress | undefined;
}

export interface PrintRun extends Omit<NewPrint, 'documents' | 'printer' | 'wishes'> {
  readonly parts: readonly PrintPart[];
  readonly pages: number;
  printer: PrinterName;
  wishes: PrintWishes;
  /** As long as it is being handed over, here or to the next printer. */
  sending: Promise<void> | undefined;
  stopAsked: boolean;
  /** What came of it, of several prints the worst. */
  stopped: Stopped | undefined;
  moved: { readonly from: string; readonly left: Stopped } | undefined;
  /** Moments of the clock. */
  asked: string;
  ended: string | undefined;
}

export type Phase =
  | 'sending'
  | 'sent'
  | 'waiting'
  | 'printing'
  | 'stopping'
  | 'done'
  | 'refused'
  | 'failed'
  | 'stopped';

export interface RunState {
  readonly phase: Phase;
  readonly over: boolean;
  readonly trouble?: PrinterTrouble | undefined;
  readonly notes: readonly PrinterTrouble[];
  /** Sides on paper so far, of all copies; undefined when the printer does not count. */
  readonly sides: number | undefined;
}

export function stateOf(run: PrintRun): RunState {
  const { parts } = run;
  const notes = parts.flatMap(({ progress }) => progress?.notes ?? []);
  const counted = parts.flatMap(({ progress }) => progress?.sides ?? []);
  const sides = counted.length === 0 ? undefined : counted.reduce((sum, each) => sum + each, 0);
  // Of several the first that is not on paper yet is what there is to tell.
  const progress = parts.find((part) => part.progress?.step !== 'done')?.progress;
  const phase = phaseOf(run, progress);
  const trouble = phase === 'done' ? parts.at(-1)?.progress?.trouble : progress?.trouble;
  return { phase, over: isOver(phase), trouble, notes, sides };
}

function phaseOf({ parts, sending, stopAsked, stopped }: PrintRun, progress?: PrintProgress): Phase {
  if (sending !== undefined) return stopAsked ? 'stopping' : 'sending';
  if (parts.every((part) => part.progress?.step === 'done')) return 'done';
  const ended = progress === undefined || progress.step === 'refused' || progress.step === 'failed';
  if (stopAsked && stopped !== 'printed') return ended ? 'stopped' : 'stopping';
  return progress === undefined || progress.step === 'done' ? 'refused' : progress.step;
}

export function isOver(phase: Phase): boolean {
  return phase === 'done' || phase === 'refused' || phase === 'failed' || phase === 'stopped';
}

const ranks: readonly Stopped[] = ['over', 'stopped', 'printed', 'unreachable'];

export function worst(all: readonly Stopped[]): Stopped {
  return ranks[Math.max(0, ...all.map((each) => ranks.indexOf(each)))] ?? 'over';
}

/** What was asked of another printer, as far as this one can: better on one side than not at all. */
export function wishesFor(can: PrinterAbilities | undefined, wishes: PrintWishes): PrintWishes {
  const twoSided = wishes.sides !== 'one-sided' && can?.twoSided === false;
  return {
    ...wishes,
    sides: twoSided ? undefined : wishes.sides,
    mono: can?.mono === false ? undefined : wishes.mono,
    // Its trays are its own.
    tray: undefined,
  };
}
