/** The printers of `clinic.yaml` -> how they are now, and prints handed to them and followed, for all screens of the desk. */

import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { cancelPrint, lookAtPrint } from '../app/follow-print.ts';
import type { PrintedJob, PrintLook } from '../app/print-news.ts';
import type { PrintOrder } from '../app/print-order.ts';
import { printerTrust } from '../app/printer-trust.ts';
import { type PrinterState, printerNamed, printerStates } from '../app/printers.ts';
import { sendPrint } from '../app/send-print.ts';
import type { ClinicPrinter } from '../domain/clinic.ts';
import { mediaNamed } from '../domain/print-media.ts';
import { isOverAtPrinter, type PrinterTrouble } from '../domain/printer-trouble.ts';
import type { Settings } from '../settings.ts';
import type { DeskPrint, DeskPrinter, DeskPrinters, PrintProgress } from './printers.ts';

/** A state that is older is asked for anew; nobody waits for the answer. */
const freshMs = 5_000;
/** But while nothing is known at all. */
const firstWaitMs = 500;
/** Prints that can still be followed. */
const mostJobs = 500;

export function clinicPrinters(
  settings: Settings,
  printersNow: () => Promise<readonly ClinicPrinter[]>,
): DeskPrinters {
  const trust = printerTrust(settings.environment);
  const wire = { trust: trust.check };
  const jobs = new Map<string, PrintedJob>();
  /** Of several that look at the same print, one asks the printer. */
  const looks = new Map<string, Promise<PrintLook>>();
  let states: ReadonlyMap<string, PrinterState> = new Map();
  let asked = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> = Promise.resolve();

  const askAll = (printers: readonly ClinicPrinter[]): void => {
    if (performance.now() - asked < freshMs) return;
    asked = performance.now();
    asking = printerStates(printers, wire).then(
      (found) => {
        states = new Map(found.map((state) => [state.uri, state]));
      },
      () => undefined,
    );
  };
  const look = (id: string, job: PrintedJob): Promise<PrintLook> => {
    const present = looks.get(id) ?? lookAtPrint(job, wire).finally(() => looks.delete(id));
    looks.set(id, present);
    return present;
  };
  const remember = (job: PrintedJob): string => {
    const id = randomBytes(16).toString('base64url');
    const [oldest] = jobs.keys();
    if (jobs.size >= mostJobs && oldest !== undefined) jobs.delete(oldest);
    jobs.set(id, job);
    return id;
  };

  return {
    list: async () => {
      const printers = await printersNow();
      if (printers.length > 0) askAll(printers);
      if (states.size === 0) await Promise.race([asking, sleep(firstWaitMs, undefined, { ref: false })]);
      return printers.map((printer) => shown(printer, states.get(printer.uri)));
    },
    print: async (order) => {
      const printer = printerNamed(await printersNow(), order.printer);
      if (printer === undefined) return { step: 'refused', trouble: { code: 'no-such-printer' } };
      const notes: PrinterTrouble[] = [];
      for await (const news of sendPrint(printer, printOrder(order, printer), { trust })) {
        if (news.kind === 'note') notes.push(news.trouble);
        else if (news.kind === 'end') return { ...progressOf(news), notes };
        else return { ...progressOf(news), notes, job: remember(news.job) };
      }
      return { step: 'failed', notes, trouble: { code: 'no-answer' } };
    },
    follow: async (id) => {
      const job = jobs.get(id);
      return job && { ...progressOf(await look(id, job)), job: id };
    },
    stop: async (id) => {
      const job = jobs.get(id);
      if (job === undefined) return 'over';
      if (await cancelPrint(job, wire)) return 'stopped';
      // It ended before, or nobody answered.
      const news = await look(id, job);
      if (news.kind !== 'end') return 'unreachable';
      if (news.end === 'done') return 'printed';
      // A printer that can't be asked any more may print all the same.
      return isOverAtPrinter(progressOf(news).trouble) ? 'over' : 'unreachable';
    },
  };
}

function printOrder(
  { pdf, pages, paper, title, copies, ...wishes }: DeskPrint,
  set: ClinicPrinter,
): PrintOrder {
  const sides = wishes.sides ?? set.sides ?? 'auto';
  const mono = wishes.mono ?? set.mono;
  const media = mediaNamed(paper) ?? paper;
  return { pdf, pages, media, jobName: title, copies, sides, mono, tray: wishes.tray };
}

function shown({ name, papers }: ClinicPrinter, known: PrinterState | undefined): DeskPrinter {
  const common = { id: name, name, papers };
  if (known === undefined) return { ...common, state: 'asking' };
  const { state, trouble, model: _, papers: loaded = [], trays = [], ...flags } = known;
  const { twoSided, color = false, mono = false } = flags;
  return {
    ...common,
    state,
    ...(trouble === undefined ? {} : { trouble }),
    // What did not answer told nothing of what it can.
    ...(twoSided === undefined ? {} : { can: { papers: loaded, twoSided, color, mono, trays } }),
  };
}

function progressOf(news: PrintLook): PrintProgress {
  const { trouble, sides } = news;
  return {
    step: news.kind === 'end' ? news.end : news.stage,
    ...(trouble === undefined ? {} : { trouble }),
    ...(sides === undefined ? {} : { sides }),
  };
}
