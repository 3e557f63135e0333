/** Pages and a printer -> a print that is handed over, followed, stopped and moved, held in memory for the browser that began it. */

import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../../domain/fault.ts';
import { isOverAtPrinter } from '../../domain/printer-trouble.ts';
import type { GivenRecords } from '../given-records.ts';
import { type HeldFiles, heldFiles } from '../held-files.ts';
import type { DeskPrinter, DeskPrinters, Stopped } from '../printers.ts';
import {
  type NewPrint,
  type PrinterName,
  type PrintPart,
  type PrintRun,
  stateOf,
  wishesFor,
  worst,
} from './print-run.ts';

/** A printer that is off, or takes long, is told on the next look. */
const patienceMs = 2_500;
/** Long enough to fetch paper; the pages are needed again when it is moved. */
const heldLimits = { keepMs: 30 * 60_000, mostBytes: 400_000_000, mostEach: 20 };
/** Half an hour, at ten seconds. */
const mostStops = 180;
const mostTickets = 500;

export interface Prints {
  /** Answers when the printer has it, or after a moment. The same ticket again is the same print: a button pressed twice prints once. */
  start(owner: string, ticket: string, print: NewPrint): Promise<string>;
  get(owner: string, id: string): PrintRun | undefined;
  /** Asks the printer how far it is, and waits a moment for the answer: one that comes later is told on the next look. */
  glance(run: PrintRun): Promise<void>;
  stop(run: PrintRun): Promise<void>;
  /** To another printer, once it is stopped at this one; or to the same again, once it has ended there. */
  move(run: PrintRun, to: PrinterName & Pick<DeskPrinter, 'can'>): Promise<void>;
  /** Those of one browser: all, or those that have ended. */
  forget(owner: string, which: 'all' | 'ended'): void;
  close(): void;
}

export interface PrintsRoom {
  readonly printers: DeskPrinters;
  readonly given: Pick<GivenRecords, 'add'>;
  /** For the operator. */
  say(text: string): void;
  /** A moment. */
  now(): string;
  /** A printer that did not answer is told to stop so often. */
  readonly stopEveryMs?: number;
}

export function deskPrints(
  { printers, given, say, now, stopEveryMs = 10_000 }: PrintsRoom,
  held: HeldFiles<PrintRun> = heldFiles(heldLimits),
): Prints {
  const closing = new AbortController();
  const tickets = new Map<string, Promise<string>>();

  /** One after the other; what a printer does not take, the next would not be taken either. */
  const send = async (run: PrintRun, parts: readonly PrintPart[]): Promise<void> => {
    for (const part of parts) part.progress = undefined;
    for (const part of parts) {
      if (run.stopAsked) return;
      const order = { ...part.document, ...run.wishes, printer: run.printer.id };
      part.progress = await printers.print(order).catch((error) => {
        const code = error instanceof Fault ? error.code : 'failed';
        say(`print ${code}`);
        return { step: 'refused', trouble: { code: 'refused', detail: code } } as const;
      });
      if (part.progress.job === undefined) return;
      const { copies } = run.wishes;
      await given.add(part.document.records, { how: 'printed', by: run.by, copies });
    }
  };

  /** Asks to stop whatever a printer may still print. */
  const halt = async (parts: readonly PrintPart[]): Promise<Stopped> => {
    const each = parts.map(async (part): Promise<Stopped> => {
      const { job, step } = part.progress ?? {};
      const { trouble } = part.progress ?? {};
      if (job === undefined || step === 'refused' || (step === 'failed' && isOverAtPrinter(trouble)))
        return 'over';
      const stopped = await printers.stop(job).catch(() => 'unreachable' as const);
      if (stopped === 'printed') part.progress = { ...part.progress, step: 'done' };
      if (stopped === 'unreachable') void stopLater(job);
      return stopped;
    });
    return worst(await Promise.all(each));
  };

  const stopLater = async (job: string): Promise<void> => {
    for (let tries = 0; tries < mostStops; tries += 1) {
      const waited = await sleep(stopEveryMs, true, { ref: false, signal: closing.signal }).catch(
        () => false,
      );
      if (!waited || (await printers.stop(job).catch(() => 'unreachable')) !== 'unreachable') return;
    }
  };

  /** Does it in its own time; nobody waits longer than a moment. */
  const work = (run: PrintRun, task: () => Promise<void>): Promise<void> => {
    const sending = task()
      .catch((error) => say(`print ${error instanceof Fault ? error.code : 'failed'}`))
      .then(async () => {
        if (run.stopAsked) run.stopped = await halt(unfinished(run));
      })
      .finally(() => {
        run.sending = undefined;
        settle(run);
      });
    run.sending = sending;
    return Promise.race([sending, pause()]);
  };
  const look = async (run: PrintRun): Promise<void> => {
    if (run.sending !== undefined || run.ended !== undefined) return;
    const part = unfinished(run)[0];
    const job = part?.progress?.job;
    if (part === undefined || job === undefined) return settle(run);
    const before = part.progress;
    const news = await printers.follow(job);
    // Meanwhile it may have been stopped or moved.
    if (part.progress !== before) return;
    const notes = before?.notes ?? [];
    part.progress = { ...(news ?? { step: 'failed', trouble: { code: 'forgotten' } }), notes };
    settle(run);
  };
  const settle = (run: PrintRun): void => {
    run.asked = now();
    for (const part of run.parts)
      if (part.progress?.step === 'done') part.document = { ...part.document, pdf: new Uint8Array() };
    if (stateOf(run).over) run.ended ??= now();
  };

  const begin = async (owner: string, { documents, ...print }: NewPrint): Promise<string> => {
    const run: PrintRun = {
      ...print,
      parts: documents.map((document) => ({ document, progress: undefined })),
      pages: documents.reduce((sum, { pages }) => sum + pages, 0) * print.wishes.copies,
      sending: undefined,
      stopAsked: false,
      stopped: undefined,
      moved: undefined,
      asked: now(),
      ended: undefined,
    };
    const bytes = documents.reduce((sum, { pdf }) => sum + pdf.byteLength, 0);
    const id = held.hold(owner, run, bytes);
    await work(run, () => send(run, run.parts));
    return id;
  };

  return {
    start: (owner, ticket, print) => {
      const key = [owner, ticket, ...print.documents.map(({ title }) => title)].join(' ');
      const known = ticket === '' ? undefined : tickets.get(key);
      const started = known ?? begin(owner, print);
      if (ticket !== '') tickets.set(key, started);
      const [oldest] = tickets.keys();
      if (tickets.size > mostTickets && oldest !== undefined) tickets.delete(oldest);
      return started;
    },
    get: (owner, id) => held.get(owner, id),
    glance: (run) => Promise.race([look(run), pause()]),
    stop: async (run) => {
      if (run.ended !== undefined || run.stopAsked) return;
      run.stopAsked = true;
      if (run.sending === undefined) await work(run, async () => undefined);
    },
    move: async (run, to) => {
      const { phase, over } = stateOf(run);
      if (run.sending !== undefined || phase === 'done' || (!over && to.id === run.printer.id)) return;
      run.stopAsked = false;
      run.ended = undefined;
      const from = run.printer.name;
      await work(run, async () => {
        const left = await halt(unfinished(run));
        run.moved = to.name === from ? undefined : { from, left };
        if (to.id !== run.printer.id) run.wishes = wishesFor(to.can, run.wishes);
        run.printer = { id: to.id, name: to.name };
        run.stopped = undefined;
        await send(run, unfinished(run));
      });
    },
    forget: (owner, which) => held.clear(owner, ({ ended }) => which === 'all' || ended !== undefined),
    close: () => {
      closing.abort();
      held.close();
    },
  };
}

/** It holds nothing up. */
function pause(): Promise<void> {
  return sleep(patienceMs, undefined, { ref: false });
}

function unfinished(run: PrintRun): PrintPart[] {
  return run.parts.filter(({ progress }) => progress?.step !== 'done');
}
