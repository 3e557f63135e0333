/** What the spool of a batch holds -> one PDF of it in the order of the roster, or several with numbers when it is long. */

import { rm, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { inputKey } from '../batch/job-key.ts';
import { isNumbered, numberedFiles } from '../batch/numbered-files.ts';
import { placeHandout } from '../deliver/place-handout.ts';
import { writeFault } from '../deliver/whole-file.ts';
import { openWorkshop } from '../deliver/workshop.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { Fault } from '../domain/fault.ts';
import { withFixedDates } from '../finish/fixed-dates.ts';
import { markPageTwo } from '../fit/mark-page-two.ts';
import type { PrintDocument } from '../print/print-document.ts';
import type { Printer } from '../print/printer.ts';
import type { LaidOut } from '../render/combined-page.ts';
import { makeRow, withTries } from './batch-make.ts';
import type { BatchRoom } from './batch-room.ts';
import type { Kept, Spool, SpoolEntry } from './batch-spool.ts';
import { renderCombined } from './render-page.ts';

/** More would take the browser too long in one go: it has half a minute to print. */
export const mostTogether = 100;

/** All handouts of a run in one file. */
export interface Bundle {
  readonly kind: 'combined' | 'zip';
  readonly state: 'made' | 'unchanged';
  readonly path: string;
  readonly handouts: number;
  readonly bytes: number;
  readonly pages?: number;
}

interface Sheet extends LaidOut {
  readonly today: CalendarDate;
}

/** Throws Faults. */
export async function* combineBatch(path: string, spool: Spool, room: BatchRoom): AsyncGenerator<Bundle> {
  const entries = spool.entries();
  const count = Math.ceil(entries.length / mostTogether);
  const files = numberedFiles(path, count);
  for (const [index, file] of files.entries()) {
    if (room.request.signal.aborted || entries.length === 0) return;
    const first = index * mostTogether;
    yield await onePart(file, entries.slice(first, first + mostTogether), first, spool, room);
  }
  await removeOlder(path, files, room);
}

async function onePart(
  path: string,
  entries: readonly SpoolEntry[],
  first: number,
  spool: Spool,
  room: BatchRoom,
): Promise<Bundle> {
  const input = inputKey(
    room.key,
    entries.map((entry) => [entry.job, entry.input]),
  );
  const file = inFolder(room.request.out, path);
  const known = file === undefined ? undefined : room.combined.get(file);
  const now = await stat(path).catch(() => undefined);
  const same = known?.input === input && known.bytes === now?.size && known.mtimeMs === now.mtimeMs;
  if (!room.request.force && known !== undefined && same)
    return { kind: 'combined', state: 'unchanged', path, ...counts(known) };

  room.request.say(`Putting ${entries.length} handouts into ${path} ...`);
  const sheets = await sheetsOf(entries, spool, room);
  const title = `Handouts ${first + 1} to ${first + sheets.length}`;
  const { pdf, pages } = await printed(sheets, title, room);
  const today = sheets
    .map((sheet) => sheet.today)
    .sort()
    .at(-1);
  const bytes = today === undefined ? pdf : withFixedDates(pdf, today);
  const placed = await placedAt(path, file, bytes, room);
  const made = { handouts: sheets.length, pages, ...placed };
  if (file !== undefined)
    await room.append({ kind: 'combined', at: new Date().toISOString(), input, file, ...made });
  return { kind: 'combined', state: 'made', path, ...counts(made) };
}

function counts({ handouts, bytes, pages }: { handouts: number; bytes: number; pages?: number | undefined }) {
  return { handouts, bytes, ...(pages === undefined ? {} : { pages }) };
}

/** What is unchanged has its file, but its page is not kept from run to run: it is laid out again. */
async function sheetsOf(entries: readonly SpoolEntry[], spool: Spool, room: BatchRoom): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  const { jobs, signal } = room.request;
  for (let start = 0; start < entries.length; start += jobs) {
    if (signal.aborted) throw new Fault('interrupted', 'Interrupted');
    const some = entries.slice(start, start + jobs);
    const read = await Promise.all(some.map(async (entry) => laidOut(await spool.read(entry), room)));
    sheets.push(...read);
  }
  return sheets;
}

async function laidOut(kept: Kept, room: BatchRoom): Promise<Sheet> {
  if (kept.kind === 'laid-out') return { ...kept.sheet, today: kept.today };
  const topic = room.loaded.content.topics.get(kept.topic);
  if (topic === undefined) throw new Error('a topic that is gone');
  const made = await makeRow({ ...kept, topic }, kept.paper, room);
  if (made.kind === 'refused' || made.laidOut === undefined || made.pages === undefined)
    throw new Fault('print-failed', 'A handout that was unchanged may not be made any more', {
      hint: 'Start the batch again with --force: it tells which, and why',
    });
  return { ...made.laidOut, pages: made.pages, today: kept.today };
}

/** Each must begin where its numbers say: where the pages are not as many as expected, they are counted anew. */
function printed(sheets: readonly Sheet[], title: string, room: BatchRoom) {
  return withTries(room, async (lender) => {
    const printer = await lender.take();
    try {
      return await printedWith(printer, sheets, title, room);
    } finally {
      await lender.release(printer);
    }
  });
}

async function printedWith(printer: Printer, sheets: readonly Sheet[], title: string, room: BatchRoom) {
  const once = async (some: readonly Sheet[]) => {
    const { html, pages } = renderCombined(some, room.page, title);
    const use = async (document: PrintDocument) => {
      await document.load(html);
      await document.evaluate(markPageTwo);
      return document.pdf();
    };
    const print = await printer.withDocument(use, { signal: room.request.signal });
    return { expected: pages, ...print };
  };
  let print = await once(sheets);
  if (print.pages !== print.expected) {
    const counted: Sheet[] = [];
    for (const sheet of sheets) counted.push({ ...sheet, pages: (await once([sheet])).pages });
    print = await once(counted);
  }
  if (print.pages !== print.expected)
    throw new Fault('print-failed', 'The pages of the combined PDF did not come out where they should', {
      hint: 'The single handouts are right: use them, or --zip, and report this without patient data',
    });
  return print;
}

/** Its name from the folder on; undefined when it lies elsewhere. */
function inFolder(folder: string, path: string): string | undefined {
  const name = relative(resolve(folder), resolve(path));
  return name.startsWith('..') || isAbsolute(name) ? undefined : name.split(sep).join('/');
}

async function placedAt(path: string, file: string | undefined, bytes: Uint8Array, room: BatchRoom) {
  if (file !== undefined) return room.place(file, bytes);
  const workshop = await openWorkshop(path);
  try {
    return await placeHandout(workshop, path, bytes);
  } finally {
    await workshop.close();
  }
}

/** Those of a longer or a shorter run before: they hold sheets that may be refused by now. */
async function removeOlder(path: string, files: readonly string[], room: BatchRoom): Promise<void> {
  const { out } = room.request;
  const wanted = inFolder(out, path);
  const present = new Set(files.map((file) => inFolder(out, file)));
  for (const [file, { sha256 }] of room.combined) {
    if (wanted === undefined || !isNumbered(wanted, file) || present.has(file)) continue;
    await rm(join(out, file), { force: true }).catch((cause: unknown) => {
      throw writeFault(join(out, file), cause);
    });
    await room.append({ kind: 'purged', at: new Date().toISOString(), file, sha256 });
  }
}
