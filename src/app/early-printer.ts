/** The settings -> a browser that starts while everything else is still being read, taken once or put away. */

import { Fault } from '../domain/fault.ts';
import { openPrinter, type Printer } from '../print/printer.ts';
import type { Settings } from '../settings.ts';

export interface EarlyPrinter {
  /** Fault `browser-missing` or `browser-failed` when it could not start. */
  take(): Promise<Printer>;
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
  const opening = openPrinter({
    env: settings.environment,
    ...(settings.browser === undefined ? {} : { executable: settings.browser }),
    ...(settings.noSandbox ? { sandbox: 'off' as const } : {}),
    allowedFonts: shippedFonts,
    onProgress: say,
    signal,
  });
  // A failure is told when somebody takes the printer; until then it must not end the process.
  opening.catch(() => undefined);
  let taken = false;
  return {
    take: () => {
      taken = true;
      return opening;
    },
    discard: async () => {
      if (taken) return;
      const printer = await opening.catch(() => undefined);
      await printer?.close();
    },
  };
}

/** For what needs no browser. */
export const noPrinter: EarlyPrinter = {
  take: () => Promise.reject(new Fault('browser-failed', 'No browser was started')),
  discard: async () => undefined,
};
