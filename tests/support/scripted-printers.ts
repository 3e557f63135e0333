/** Printers that do what a test says -> what the desk handed to them, and a word to say how a print goes. */

import type { DeskPrint, DeskPrinter, DeskPrinters, PrintProgress, Stopped } from '../../src/web/printers.ts';

export interface ScriptedPrinters extends DeskPrinters {
  readonly printed: DeskPrint[];
  /** Names of printers at which a print was stopped. */
  readonly stopped: string[];
  /** How all prints on it go from now on. */
  says(printer: string, progress: Partial<PrintProgress>): void;
  /** What comes of stopping one from now on. */
  stops(how: Stopped): void;
  reset(): void;
}

const can = {
  papers: ['A4', 'Letter'],
  twoSided: true,
  color: true,
  mono: true,
  trays: ['auto', 'tray-1', 'tray-2'],
};

export const deskPrinters: readonly DeskPrinter[] = [
  { id: 'Front desk', name: 'Front desk', state: 'ready', papers: [], can },
  {
    id: 'Nurse station',
    name: 'Nurse station',
    state: 'ready',
    papers: [],
    can: { ...can, color: false, trays: [] },
  },
  { id: 'Room 4', name: 'Room 4', state: 'trouble', trouble: { code: 'offline' }, papers: [] },
];

/** Without a word they say that it is done. */
export function scriptedPrinters(list: readonly DeskPrinter[] = deskPrinters): ScriptedPrinters {
  const printed: DeskPrint[] = [];
  const stopped: string[] = [];
  const said = new Map<string, Partial<PrintProgress>>();
  let how: Stopped = 'stopped';
  /** What an earlier test left behind is nobody's. */
  const jobs = new Set<string>();
  let last = 0;
  const printerOf = (job: string) => job.split('#')[0] ?? '';
  const now = (printer: string, job: string): PrintProgress => {
    const canceled = stopped.includes(job)
      ? ({ step: 'failed', trouble: { code: 'canceled' } } as const)
      : {};
    return { step: 'done', ...said.get(printer), ...canceled, job };
  };
  return {
    printed,
    stopped,
    says: (printer, progress) => said.set(printer, progress),
    stops: (next) => {
      how = next;
    },
    reset: () => {
      printed.length = 0;
      stopped.length = 0;
      said.clear();
      jobs.clear();
      how = 'stopped';
    },
    list: async () => list,
    print: async (order) => {
      const { printer } = order;
      const first = said.get(printer) ?? {};
      if (first.step === 'refused') return { step: 'refused', ...first };
      printed.push(order);
      last += 1;
      const job = `${printer}#${last}`;
      jobs.add(job);
      return { ...first, step: 'sent', job };
    },
    follow: async (job) => (jobs.has(job) ? now(printerOf(job), job) : undefined),
    stop: async (job) => {
      if (!jobs.has(job)) return 'over';
      if (how === 'stopped') stopped.push(job);
      return how;
    },
  };
}
