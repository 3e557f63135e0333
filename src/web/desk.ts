/** Everything that the screens of the desk work with: content, page kit, browser, queue, what is held, words and printers. */

import type { ClockTime } from '../app/clock.ts';
import type { PrinterLender } from '../app/early-printer.ts';
import type { LoadedContent, PageKit } from '../app/kit.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Settings } from '../settings.ts';
import type { GivenRecords } from './given-records.ts';
import type { HeldFiles } from './held-files.ts';
import type { HeldSheet } from './held-sheet.ts';
import type { Messages } from './messages.ts';
import type { Prints } from './print/prints.ts';
import type { DeskPrinters } from './printers.ts';
import type { RenderQueue } from './render-queue.ts';
import type { Fill } from './views.ts';

/** Content as it stands on the disk now, or the mistakes that forbid using it. */
export type DeskContent =
  | { readonly ok: true; readonly kit: LoadedContent; readonly page: PageKit }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

export interface Desk {
  readonly settings: Settings;
  /** Read anew when a file has changed. */
  content(): Promise<DeskContent>;
  /** One warm browser for all. */
  readonly printer: PrinterLender;
  readonly queue: RenderQueue;
  /** Pages of likely next answers are measured while nobody waits. */
  readonly looksAhead: boolean;
  /** Handouts just made, for download and print. */
  readonly held: HeldFiles<HeldSheet>;
  /** What was given from the desk. */
  readonly given: GivenRecords;
  readonly messages: ReadonlyMap<string, Messages>;
  readonly fill: Fill;
  readonly printers: DeskPrinters;
  /** What is being printed. */
  readonly prints: Prints;
  clock(): ClockTime;
  /** For the operator: never anything about a patient. */
  say(text: string): void;
  close(): Promise<void>;
}
