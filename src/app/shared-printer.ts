/** The settings -> one browser that serves a whole batch: started when first needed, another when it died, ended at the end. */

import { openPrinter, type Printer } from '../print/printer.ts';
import type { Settings } from '../settings.ts';
import { type PrinterLender, printerOptions } from './early-printer.ts';

/** After so many documents a page is closed and a fresh one opened: what a page leaves behind stays small. */
const documentsPerPage = 300;

export interface SharedPrinter extends PrinterLender {
  /** The browser does not do its work: who prints next gets another. */
  replace(): Promise<void>;
  close(): Promise<void>;
}

export function sharedPrinter(settings: Settings, say: (text: string) => void): SharedPrinter {
  let present: Promise<Printer> | undefined;
  const end = async () => {
    const ending = present;
    present = undefined;
    await (await ending?.catch(() => undefined))?.close();
  };
  const open = (): Promise<Printer> => {
    const opening = openPrinter({ ...printerOptions(settings, say, undefined), documentsPerPage });
    present = opening;
    // One that does not start is told to whoever waits for it, and tried anew by the next.
    opening.catch(() => {
      if (present === opening) present = undefined;
    });
    return opening;
  };
  return {
    take: async () => {
      const seen = present;
      const printer = await seen;
      if (printer !== undefined && !printer.ended()) return printer;
      // Of several that see it gone, the first opens another for all.
      return present === seen || present === undefined ? open() : present;
    },
    release: async () => undefined,
    replace: end,
    close: end,
  };
}
