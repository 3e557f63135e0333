/** The settings -> one browser that serves a whole batch: started when first needed, another when it died, ended at the end. */

import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../domain/fault.ts';
import { openPrinter, type Printer } from '../print/printer.ts';
import type { Settings } from '../settings.ts';
import { type PrinterLender, printerOptions } from './early-printer.ts';

/** After so many documents a page is closed and a fresh one opened: what a page leaves behind stays small. */
const documentsPerPage = 300;

/** One that has started before will start again, when the machine has less to do. */
const pausesMs = [500, 5000];

/** A browser that did not start is a Fault `browser-failed` that is not worth another try; one that died is. */
export interface SharedPrinter extends PrinterLender {
  /** It may not do its work any more: who takes one from now on gets another. It ends when nobody has it. */
  retire(printer: Printer): void;
  /** Ends all. */
  close(): Promise<void>;
}

export function sharedPrinter(settings: Settings, say: (text: string) => void): SharedPrinter {
  let present: Promise<Printer> | undefined;
  let startedOnce = false;
  let closed = false;
  /** Who has it now, of each that has not been ended. */
  const users = new Map<Printer, number>();
  const retired = new Set<Printer>();
  const endings = new Set<Promise<void>>();

  const end = (printer: Printer) => {
    users.delete(printer);
    retired.delete(printer);
    const ending = printer.close().finally(() => endings.delete(ending));
    endings.add(ending);
  };
  const retire = (printer: Printer) => {
    const count = users.get(printer);
    if (count === undefined) return;
    retired.add(printer);
    if (count === 0) end(printer);
  };
  const started = async (): Promise<Printer> => {
    for (let tried = 0; ; tried += 1) {
      try {
        return await openPrinter({ ...printerOptions(settings, say, undefined), documentsPerPage });
      } catch (error) {
        const pauseMs = startedOnce ? pausesMs[tried] : undefined;
        if (closed || pauseMs === undefined || !(error instanceof Fault)) throw notStarted(error);
        await sleep(pauseMs);
        if (closed) throw ended();
      }
    }
  };
  const open = (): Promise<Printer> => {
    const opening = started().then((printer) => {
      startedOnce = true;
      users.set(printer, 0);
      return printer;
    });
    // One that does not start is told to whoever waits for it, and tried anew by the next.
    opening.catch(() => {
      if (present === opening) present = undefined;
    });
    return opening;
  };
  return {
    take: async () => {
      for (;;) {
        // A straggler's browser would be nobody's to end.
        if (closed) throw ended();
        const seen = present ?? open();
        present = seen;
        const printer = await seen;
        const count = users.get(printer);
        if (count !== undefined && !retired.has(printer) && !printer.ended()) {
          users.set(printer, count + 1);
          return printer;
        }
        // Of several that see it gone, the first opens another for all.
        retire(printer);
        if (present === seen) present = undefined;
      }
    },
    release: async (printer) => {
      const count = users.get(printer);
      if (count === undefined) return;
      users.set(printer, Math.max(0, count - 1));
      if (count <= 1 && retired.has(printer)) end(printer);
    },
    retire,
    close: async () => {
      closed = true;
      await present?.catch(() => undefined);
      for (const printer of [...users.keys()]) end(printer);
      await Promise.all(endings);
    },
  };
}

function ended(): Fault {
  return new Fault('interrupted', 'The browser was put away: the work has ended');
}

/** One that dies on its first page has not started either. */
function notStarted(error: unknown): unknown {
  if (!(error instanceof Fault) || error.code !== 'browser-failed' || !error.retryable) return error;
  const { code, message, hint } = error;
  return new Fault(code, message, { cause: error, ...(hint === undefined ? {} : { hint }) });
}
