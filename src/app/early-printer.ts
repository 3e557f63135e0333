/** The settings -> a browser that starts while everything else is still being read, taken once or put away. */

import { Fault } from '../domain/fault.ts';
import { openPrinter, type Printer, type PrinterOptions } from '../print/printer.ts';
import type { Settings } from '../settings.ts';

/** Lends a printer for one handout. */
export interface PrinterLender {
  /** Fault `browser-missing` or `browser-failed` when it could not start. */
  take(): Promise<Printer>;
  /** When the handout is done, or could not be. */
  release(printer: Printer): Promise<void>;
}

export interface EarlyPrinter extends PrinterLender {
  /** Ends it if nobody took it; a browser that never started is no trouble here. */
  discard(): Promise<void>;
}

/** Beginnings of the PostScript names that may stand in a PDF. */
const shippedFonts = ['AtkinsonHyperlegibleNext', 'NotoSans'];

export function startPrinter(
  settings: Settings,
  say: (text: string) => void,
  signal: AbortSignal,
): EarlyPrinter {
  const opening = openPrinter(printerOptions(settings, say, signal));
  // A failure is told when somebody takes the printer; until then it must not end the process.
  opening.catch(() => undefined);
  let taken = false;
  return {
    take: () => {
      taken = true;
      return opening;
    },
    release: (printer) => printer.close(),
    discard: async () => {
      if (taken) return;
      const printer = await opening.catch(() => undefined);
      await printer?.close();
    },
  };
}

export function printerOptions(
  settings: Settings,
  say: (text: string) => void,
  signal: AbortSignal | undefined,
): PrinterOptions {
  return {
    env: settings.environment,
    ...(settings.browser === undefined ? {} : { executable: settings.browser }),
    ...(settings.noSandbox ? { sandbox: 'off' as const } : {}),
    allowedFonts: shippedFonts,
    onProgress: say,
    signal,
  };
}

/** For what needs no browser. */
export const noPrinter: EarlyPrinter = {
  take: () => Promise.reject(new Fault('browser-failed', 'No browser was started')),
  release: async () => undefined,
  discard: async () => undefined,
};
