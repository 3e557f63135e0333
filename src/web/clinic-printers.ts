/** The printers of `clinic.yaml` -> how they are now, and prints handed to them and followed, for all screens of the desk. */

import { randomBytes } from 'node:crypto';
import { cancelPrint, lookAtPrint } from '../app/follow-print.ts';
import type { PrintedJob, PrintNews } from '../app/print-news.ts';
import { printerTrust } from '../app/printer-trust.ts';
import { printerWords } from '../app/printer-words.ts';
import { type PrinterState, printerNamed, printerStates } from '../app/printers.ts';
import { sendPrint } from '../app/send-print.ts';
import type { ClinicPrinter } from '../domain/clinic.ts';
import { mediaNamed } from '../domain/print-media.ts';
import type { Settings } from '../settings.ts';
import type { DeskPrinter, DeskPrinters, PrintProgress } from './printers.ts';

/** A state that is older is asked for anew; nobody waits for the answer. */
const freshMs = 5_000;
/** Prints that can still be followed. */
const mostJobs = 500;

export function clinicPrinters(
  settings: Settings,
  printersNow: () => Promise<readonly ClinicPrinter[]>,
): DeskPrinters {
  const trust = printerTrust(settings.environment);
  const jobs = new Map<string, PrintedJob>();
  let states: ReadonlyMap<string, PrinterState> = new Map();
  let asked = Number.NEGATIVE_INFINITY;
  const look = (printers: readonly ClinicPrinter[]) => {
    if (performance.now() - asked < freshMs) return;
    asked = performance.now();
    printerStates(printers, { trust: trust.check }).then(
      (found) => {
        states = new Map(found.map((state) => [state.name, state]));
      },
      () => undefined,
    );
  };
  return {
    list: async () => {
      const printers = await printersNow();
      if (printers.length > 0) look(printers);
      return printers.map(({ name }) => shown(name, states.get(name)));
    },
    print: async (order) => {
      const printer = printerNamed(await printersNow(), order.printer);
      if (printer === undefined) return { step: 'failed', says: 'gone' };
      const { pdf, pages, paper, copies, title } = order;
      const media = mediaNamed(paper) ?? paper;
      const wishes = { copies, sides: printer.sides ?? ('auto' as const), mono: printer.mono };
      let last: PrintNews | undefined;
      for await (const news of sendPrint(
        printer,
        { pdf, pages, media, jobName: title, ...wishes },
        { trust },
      ))
        last = news;
      if (last === undefined || last.kind === 'note') return { step: 'failed', says: 'gone' };
      if (last.kind === 'end') return progressOf(last, printer.name);
      const id = randomBytes(16).toString('base64url');
      if (jobs.size >= mostJobs) jobs.delete([...jobs.keys()][0] ?? '');
      jobs.set(id, last.job);
      return { ...progressOf(last, printer.name), job: id };
    },
    follow: async (id) => {
      const job = jobs.get(id);
      if (job === undefined) return undefined;
      return { ...progressOf(await lookAtPrint(job, { trust: trust.check }), job.printer), job: id };
    },
    cancel: async (id) => {
      const job = jobs.get(id);
      if (job !== undefined) await cancelPrint(job, { trust: trust.check });
    },
  };
}

function shown(name: string, state: PrinterState | undefined): DeskPrinter {
  if (state === undefined) return { id: name, name, state: 'busy', says: 'asking' };
  const says =
    state.trouble === undefined
      ? state.state === 'busy'
        ? 'busy'
        : state.twoSided === true
          ? 'ready_both_sides'
          : 'ready_one_side'
      : printerWords(state.trouble, name);
  return { id: name, name, state: state.state, says };
}

function progressOf(news: PrintNews, printer: string): PrintProgress {
  const trouble = news.trouble === undefined ? undefined : printerWords(news.trouble, printer);
  if (news.kind === 'end') {
    const done = news.end === 'done';
    return { step: done ? 'done' : 'failed', says: trouble ?? (done ? 'done' : 'failed') };
  }
  const step = news.kind === 'stage' ? news.stage : 'waiting';
  return { step, says: trouble ?? step };
}
