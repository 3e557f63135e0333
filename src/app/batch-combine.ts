/** What the spool of a batch holds -> one PDF of it in the order of the roster, or several with numbers when it is long. */

import { stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { inputKey } from '../batch/job-key.ts';
import { isNumbered, numberedFiles } from '../batch/numbered-files.ts';
import { placeHandout } from '../deliver/place-handout.ts';
import { openWorkshop } from '../deliver/workshop.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Paper } from '../domain/clinic.ts';
import { Fault } from '../domain/fault.ts';
import { withFixedDates } from '../finish/fixed-dates.ts';
import type { LaidOut } from '../render/combined-page.ts';
import { jobMark, removeBundle } from './batch-held.ts';
import { makeRow, withTries } from './batch-make.ts';
import type { BatchRoom } from './batch-room.ts';
import type { Kept, Spool, SpoolEntry } from './batch-spool.ts';
import { nameInManifest } from './bundle-file.ts';
import { momentNow } from './clock.ts';
import { printTogether } from './print-together.ts';

/** More would take the browser too long in one go: it has half a minute to print. */
export const mostTogether = 100;

/** All handouts of a run in one file. */
export interface Bundle {
  readonly kind: 'combined' | 'zip';
  /** `none`: no handout may be in it. */
  readonly state: 'made' | 'unchanged' | 'none';
  readonly path: string;
  readonly handouts: number;
  readonly bytes: number;
  readonly pages?: number;
  /** Of a PDF: the sizes of its pages. */
  readonly papers?: readonly Paper[];
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
    const some = entries.slice(first, first + mostTogether);
    const partOf = count === 1 ? '' : `, file ${index + 1} of ${count}`;
    yield await onePart({ path: file, entries: some, first, partOf }, spool, room);
  }
  await removeOlder(path, files, room);
}

interface Part {
  readonly path: string;
  readonly entries: readonly SpoolEntry[];
  /** Handouts before it. */
  readonly first: number;
  readonly partOf: string;
}

async function onePart(
  { path, entries, first, partOf }: Part,
  spool: Spool,
  room: BatchRoom,
): Promise<Bundle> {
  const papers = [...new Set(entries.map(({ paper }) => paper))];
  const input = inputKey(
    room.key,
    entries.map((entry) => [entry.job, entry.input]),
  );
  const file = nameInManifest(room.request.out, path);
  const known = room.bundles.get(file);
  const now = await stat(path).catch(() => undefined);
  const same = known?.input === input && known.bytes === now?.size && known.mtimeMs === now.mtimeMs;
  if (!room.request.force && known !== undefined && same)
    return { kind: 'combined', state: 'unchanged', path, ...counts(known), papers };

  const { say, sayTogether = say } = room.request;
  const what = entries.length === 1 ? '1 handout' : `${entries.length} handouts`;
  sayTogether(`All rows are done. Putting ${what} into ${path}${partOf} ...`);
  const sheets = await sheetsOf(entries, spool, room);
  const title = `Handouts ${first + 1} to ${first + sheets.length}`;
  const { pdf, pages } = await printed(sheets, title, room);
  const today = sheets
    .map((sheet) => sheet.today)
    .sort()
    .at(-1);
  const bytes = today === undefined ? pdf : withFixedDates(pdf, today);
  const placed = await placedAt(path, bytes, room);
  const made = { handouts: sheets.length, pages, ...placed };
  const jobs = entries.map(({ job }) => jobMark(job));
  await room.append({ kind: 'combined', at: momentNow(), input, file, ...made, jobs });
  return { kind: 'combined', state: 'made', path, ...counts(made), papers };
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

function printed(sheets: readonly Sheet[], title: string, room: BatchRoom) {
  return withTries(room, async (lender) => {
    const printer = await lender.take();
    try {
      return await printTogether(printer, sheets, title, room.page, room.request.signal);
    } finally {
      await lender.release(printer);
    }
  });
}

async function placedAt(path: string, bytes: Uint8Array, room: BatchRoom) {
  const { out } = room.request;
  const file = nameInManifest(out, path);
  if (!isAbsolute(file)) return room.place(file, bytes);
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
  const wanted = nameInManifest(out, path);
  const present = new Set(files.map((file) => nameInManifest(out, file)));
  for (const bundle of room.bundles.values())
    if (bundle.kind === 'combined' && isNumbered(wanted, bundle.file) && !present.has(bundle.file))
      await removeBundle(bundle, room);
}
