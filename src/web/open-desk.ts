/** The settings -> a desk: content read, templates compiled, one browser warming up. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readClock } from '../app/clock.ts';
import type { PrinterLender } from '../app/early-printer.ts';
import type { LoadedContent } from '../app/kit.ts';
import { sharedPrinter } from '../app/shared-printer.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Settings } from '../settings.ts';
import { clinicPrinters } from './clinic-printers.ts';
import type { Desk } from './desk.ts';
import { givenRecords } from './given-records.ts';
import { heldFiles } from './held-files.ts';
import type { HeldSheet } from './held-sheet.ts';
import { proofOf } from './made-sheet.ts';
import { readMessages } from './messages.ts';
import { deskPrints } from './print/prints.ts';
import type { DeskPrinters } from './printers.ts';
import { type RenderQueueLimits, renderQueue } from './render-queue.ts';
import { readViews } from './views.ts';
import { watchedContent } from './watched-content.ts';

export interface DeskOptions {
  readonly say: (text: string) => void;
  readonly printers?: DeskPrinters;
  readonly queue?: RenderQueueLimits;
  /** Work is done while nobody waits, so that the next answer comes sooner. */
  readonly looksAhead?: boolean;
  /** For tests: another way to a browser. */
  readonly printer?: PrinterLender & { close(): Promise<void> };
  /** The folder in which it is written what was given; without it, nothing is. */
  readonly records?: string | undefined;
  /** For tests: today. */
  readonly clock?: Desk['clock'];
}

/** Long enough to look, print and download; then nothing is left of it. */
const heldLimits = { keepMs: 15 * 60_000, mostBytes: 256_000_000, mostEach: 4 };
const queueLimits: RenderQueueLimits = { atOnce: 2, waiting: 60, longestWaitMs: 20_000 };

/** Templates of the clinic's own may leave the desk out: ours serve then. */
export function deskFolder(settings: Settings): string {
  const own = join(settings.templates, 'desk');
  return existsSync(own) ? own : join(settings.home, 'templates', 'desk');
}

export async function openDesk(settings: Settings, options: DeskOptions): Promise<Desk> {
  const folder = deskFolder(settings);
  const content = watchedContent(settings);
  const printer = options.printer ?? sharedPrinter(settings, options.say);
  const held = heldFiles<HeldSheet>(heldLimits);
  // The first click shall not wait for a browser; one that does not start is told to whoever makes a page.
  void printer.take().catch(() => undefined);
  const clock = options.clock ?? readClock;
  const first = await content();
  // So is the proof that content may be printed from, where nobody has asked for it since it changed.
  if (first.ok) void proveAll(first.kit, clock().today).catch(() => undefined);
  const clinicsOwn = async () => {
    const now = await content();
    return now.ok ? now.kit.content.clinic.printers : [];
  };
  const printers = options.printers ?? clinicPrinters(settings, clinicsOwn);
  // So that the first page knows how they are.
  void printers.list().catch(() => undefined);
  const room = { say: options.say, now: () => clock().moment };
  const given = givenRecords(options.records, room);
  const prints = deskPrints({ ...room, printers, given });
  return {
    settings,
    content,
    printer,
    queue: renderQueue(options.queue ?? queueLimits),
    looksAhead: options.looksAhead ?? false,
    held,
    given,
    messages: readMessages(join(folder, 'messages')),
    fill: readViews(folder),
    printers,
    prints,
    clock,
    say: options.say,
    close: async () => {
      held.close();
      prints.close();
      await printer.close();
    },
  };
}

async function proveAll(kit: LoadedContent, today: CalendarDate): Promise<void> {
  for (const [id, { words }] of kit.content.topics)
    for (const language of words.keys()) await proofOf(kit, id, language, today);
}
