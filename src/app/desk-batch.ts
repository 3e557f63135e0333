/** Rows that are ready -> their handouts in memory, one after the other, or why there is none; nothing is written to the disk. */

import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { runJobs } from '../batch/run-jobs.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Paper } from '../domain/clinic.ts';
import { Fault } from '../domain/fault.ts';
import type { HandoutRecord } from '../domain/handout-record.ts';
import { withFixedDates } from '../finish/fixed-dates.ts';
import type { LaidOut } from '../render/combined-page.ts';
import { mostTogether } from './batch-combine.ts';
import { type LeftOut, type ReadyRow, type RosterRoom, stoppedRow } from './desk-roster.ts';
import type { PrinterLender } from './early-printer.ts';
import { makeHandout } from './make.ts';
import { printTogether } from './print-together.ts';

export interface DeskBatchRoom extends RosterRoom {
  readonly printer: PrinterLender;
  /** Handouts made at the same time. */
  readonly atOnce: number;
  /** Waits until nobody else needs the browser. */
  turn<T>(work: () => Promise<T>): Promise<T>;
}

export interface MadeRow {
  readonly row: number;
  /** By row, topic and language: never by patient. */
  readonly name: string;
  readonly pages: number;
  readonly pdf: Uint8Array;
  /** Packed: what a PDF of all is laid out from. */
  readonly laidOut: Uint8Array;
  readonly today: CalendarDate;
  readonly paper: Paper;
  /** For when it is given to somebody. */
  readonly record: HandoutRecord;
}

export type RowEnd =
  | { readonly kind: 'made'; readonly made: MadeRow }
  | { readonly kind: 'left'; readonly left: LeftOut };

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

/** In the order in which they are done. Throws a Fault when no other row has a better chance. */
export async function* makeRows(rows: readonly ReadyRow[], room: DeskBatchRoom): AsyncGenerator<RowEnd> {
  const end = new AbortController();
  const signal = AbortSignal.any([room.signal, end.signal]);
  const names = new Set<string>();
  let broken: Fault | undefined;
  const work = async (ready: ReadyRow): Promise<RowEnd | undefined> => {
    try {
      return await room.turn(async () => (signal.aborted ? undefined : oneRow(ready, names, room)));
    } catch (error) {
      const left = failedRow(ready.row, error);
      if (left.code === 'browser-missing' || left.code === 'browser-failed') {
        broken ??= error as Fault;
        end.abort();
      }
      return { kind: 'left', left };
    }
  };
  for await (const result of runJobs(each(rows), work, { concurrency: room.atOnce, signal }))
    if (result !== undefined) yield result;
  if (broken !== undefined) throw broken;
}

async function* each(rows: readonly ReadyRow[]): AsyncGenerator<ReadyRow> {
  yield* rows;
}

async function oneRow(
  { row, asked, paper }: ReadyRow,
  names: Set<string>,
  room: DeskBatchRoom,
): Promise<RowEnd> {
  const { kit, page, clock, printer } = room;
  const make = () =>
    makeHandout({ content: kit, page, ...asked, paper, as: 'pdf', notesConfirmed: false, clock, printer });
  const made = await make().catch((error) =>
    error instanceof Fault && error.retryable ? make() : Promise.reject(error),
  );
  if (made.kind === 'refused') return { kind: 'left', left: stoppedRow(row, made.refusal, asked.profile) };
  const { bytes, laidOut, pages, record } = made;
  if (bytes === undefined || laidOut === undefined || pages === undefined || record === undefined)
    throw new Fault('print-failed', 'No pages came out');
  const sheet: LaidOut = { ...laidOut, pages };
  return {
    kind: 'made',
    made: {
      row,
      name: nameOf(row, asked.topic.topic.id, asked.language, names),
      pages,
      pdf: bytes,
      laidOut: await packed(JSON.stringify(sheet), { level: 1 }),
      today: asked.today,
      paper,
      record,
    },
  };
}

/** Two profiles may begin on one line of a file. */
function nameOf(row: number, topic: string, language: string, taken: Set<string>): string {
  const stem = `${String(row).padStart(4, '0')}_${topic}_${language}`;
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? `${stem}.pdf` : `${stem}_${count}.pdf`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** Anything but a Fault is a bug: its message may hold anything. */
function failedRow(row: number, error: unknown): LeftOut {
  if (!(error instanceof Fault)) return { row, kind: 'failed', code: 'unknown', message: 'This row failed' };
  const { code, message, hint } = error;
  return { row, kind: 'failed', code, message, ...(hint === undefined ? {} : { hint }) };
}

/** In the order of the roster, each part as long as the browser prints in one go. */
export function partsOf(made: readonly MadeRow[]): (readonly MadeRow[])[] {
  const sorted = [...made].sort((a, b) => a.row - b.row);
  return Array.from({ length: Math.ceil(sorted.length / mostTogether) }, (_, index) =>
    sorted.slice(index * mostTogether, (index + 1) * mostTogether),
  );
}

/** Each begins on a new sheet of paper. Throws Faults. */
export async function combineRows(
  rows: readonly MadeRow[],
  first: number,
  room: Pick<DeskBatchRoom, 'printer' | 'page' | 'signal' | 'turn'>,
): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> {
  const sheets: LaidOut[] = [];
  // Our own writing, kept in memory.
  for (const { laidOut } of rows)
    sheets.push(JSON.parse((await unpacked(laidOut)).toString('utf8')) as LaidOut);
  const title = `Handouts ${first} to ${first + rows.length - 1}`;
  const { pdf, pages } = await room.turn(async () => {
    const printer = await room.printer.take();
    try {
      return await printTogether(printer, sheets, title, room.page, room.signal);
    } finally {
      await room.printer.release(printer);
    }
  });
  const latest = rows.map(({ today }) => today).sort();
  const today = latest.at(-1);
  return { pdf: today === undefined ? pdf : withFixedDates(pdf, today), pages };
}
