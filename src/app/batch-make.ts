/** One handout of a batch that is asked for -> its PDF, tried again with another browser when that may be at fault. */

import type { Paper } from '../domain/clinic.ts';
import { Fault } from '../domain/fault.ts';
import type { Printer } from '../print/printer.ts';
import type { BatchRoom } from './batch-room.ts';
import type { PrinterLender } from './early-printer.ts';
import { type Made, makeHandout } from './make.ts';
import type { ProfileRequest } from './settle-profile.ts';

/** Of a page that does not come out: two browsers in which it never stops are enough to know that it is the page. */
const mostTries = 2;
/** Of a browser that died: another page may have been the reason. */
const mostBrowsers = 4;

/** Throws Faults. */
export function makeRow(asked: ProfileRequest, paper: Paper, room: BatchRoom): Promise<Made> {
  return withTries(room, (printer) =>
    makeHandout({
      content: room.loaded,
      page: room.page,
      ...asked,
      paper,
      as: 'pdf',
      notesConfirmed: false,
      clock: room.request.clock,
      printer,
      times: room.request.times,
    }),
  );
}

/** Each try in another browser: a page that hangs may keep the old one busy. Throws Faults. */
export async function withTries<T>(
  { printer, request }: Pick<BatchRoom, 'printer' | 'request'>,
  work: (lender: PrinterLender) => Promise<T>,
): Promise<T> {
  let used: Printer | undefined;
  const lender: PrinterLender = {
    take: async () => {
      used = await printer.take();
      return used;
    },
    release: (lent) => printer.release(lent),
  };
  for (let tried = 1; ; tried += 1) {
    try {
      return await work(lender);
    } catch (error) {
      if (!(error instanceof Fault) || !error.retryable) throw error;
      const died = error.code === 'browser-failed' || used?.ended() === true;
      if (used !== undefined) printer.retire(used);
      if (tried >= (died ? mostBrowsers : mostTries) || request.signal.aborted) throw error;
    }
  }
}
