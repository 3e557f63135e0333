/** One row of a batch -> its handout and manifest line, or why there is none. */

import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { fileNames, NameBy } from '../batch/file-names.ts';
import { jobKey, keyName } from '../batch/job-key.ts';
import { type Shard, shardOf } from '../batch/shard.ts';
import { unchanged } from '../batch/unchanged.ts';
import type { Placed } from '../deliver/place-handout.ts';
import type { Paper } from '../domain/clinic.ts';
import type { Diagnostic, Place } from '../domain/diagnostic.ts';
import { Fault } from '../domain/fault.ts';
import type { Job, RosterEntry } from '../domain/job.ts';
import type { KnownCombined, KnownJob, MadeLine, ManifestLine } from '../domain/manifest.ts';
import type { RosterColumn } from '../domain/roster-column.ts';
import { batchInput } from './batch-input.ts';
import { type RowReason, reasonOf, told } from './batch-reason.ts';
import type { Spool } from './batch-spool.ts';
import type { ClockTime } from './clock.ts';
import type { LoadedContent, PageKit } from './kit.ts';
import { type Made, makeHandout } from './make.ts';
import { unprovedProblems } from './proved-content.ts';
import { type Asked, type ProfileRequest, settleProfile } from './settle-profile.ts';
import type { SharedPrinter } from './shared-printer.ts';

export interface BatchRequest {
  readonly sources: readonly string[];
  readonly out: string;
  readonly asked: Asked;
  /** Handouts made at the same time. */
  readonly jobs: number;
  readonly nameBy: NameBy;
  readonly shard?: Shard | undefined;
  /** Makes what is unchanged too. */
  readonly force: boolean;
  /** A PDF of all, and a zip archive of all. */
  readonly combine?: string | undefined;
  readonly zip?: string | undefined;
  readonly clock: ClockTime;
  /** Begins nothing more, and finishes what is in flight. */
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
}

export interface BatchResult {
  /** `elsewhere`: another shard makes it. */
  readonly state: 'made' | 'unchanged' | 'refused' | 'failed' | 'elsewhere';
  readonly place: Place;
  /** Name in the folder. */
  readonly file?: string;
  /** By code: the other names of the same bytes. */
  readonly also?: readonly string[];
  /** Why there is none; or what to know of one that was made. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of the roster, where the reason is in one. */
  readonly column?: string;
}

/** What all rows share. */
export interface BatchRoom {
  readonly request: BatchRequest;
  readonly key: Uint8Array;
  readonly loaded: LoadedContent;
  readonly printer: SharedPrinter;
  readonly page: PageKit;
  readonly kitHash: string;
  /** Of a roster. */
  readonly columns: readonly RosterColumn[];
  readonly nameOf: ReturnType<typeof fileNames>;
  readonly known: ReadonlyMap<string, KnownJob>;
  readonly combined: ReadonlyMap<string, KnownCombined>;
  /** Where a PDF of all is wanted. */
  readonly spool: Spool | undefined;
  append(line: ManifestLine): Promise<void>;
  place(file: string, bytes: Uint8Array): Promise<Placed>;
  /** Topic and language -> what forbids printing from it: proved once a run. */
  readonly proved: Map<string, Promise<Diagnostic[]>>;
}

/** Tries of one handout, when the browser and not the handout may be at fault. */
const tries = 3;

/** Never rejects but for a mistake of our own: a Fault is the result of this row alone. `order`: among all rows. */
export async function oneRow(row: RosterEntry, order: number, room: BatchRoom): Promise<BatchResult> {
  const place = row.ok ? row.job.place : row.place;
  try {
    if (row.ok) return await oneJob(row.job, row.diagnostics, order, room);
    // A row without an id belongs to a shard by its number.
    const { shard } = room.request;
    if (shard !== undefined && ((place.line ?? 0) % shard.count) + 1 !== shard.index)
      return { state: 'elsewhere', place, diagnostics: [] };
    const reason = reasonOf(row.diagnostics, place, room.columns);
    await room.append({ kind: 'failed', at: moment(), reason });
    return without('failed', place, row.diagnostics, reason);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { state: 'failed', place, diagnostics: [told(error, place)] };
  }
}

function without(
  state: 'failed' | 'refused',
  place: Place,
  diagnostics: readonly Diagnostic[],
  { column }: RowReason,
): BatchResult {
  return { state, place, diagnostics, ...(column === undefined ? {} : { column }) };
}

async function oneJob(
  job: Job,
  found: readonly Diagnostic[],
  order: number,
  room: BatchRoom,
): Promise<BatchResult> {
  const { request, key } = room;
  const { place } = job;
  const id = jobKey(key, job.id);
  const { shard } = request;
  if (shard !== undefined && shardOf(id, shard.count) !== shard.index)
    return { state: 'elsewhere', place, diagnostics: [] };
  const failed = async (diagnostics: readonly Diagnostic[], line: object = {}): Promise<BatchResult> => {
    const reason = reasonOf(diagnostics, place, room.columns);
    await room.append({ kind: 'failed', at: moment(), job: id, key: keyName(key), ...line, reason });
    return without('failed', place, diagnostics, reason);
  };

  const { content } = room.loaded;
  const settled = settleProfile(job.profile, place, content, request.asked, request.clock.today, found);
  if (!settled.ok) return failed(settled.diagnostics);
  const asked = settled.value;
  const unproved = await provedOnce(asked, room);
  if (unproved.length > 0) return failed(unproved);
  const name = room.nameOf({
    job: id,
    id: job.id,
    topic: asked.topic.topic.id,
    language: asked.language,
    codes: asked.topic.topic.codes.map(({ code }) => code),
  });
  if (!name.ok) return failed([{ severity: 'error', ...place, ...name }]);

  const paper = job.paper ?? content.clinic.paper;
  const input = batchInput(asked, paper, key, room.kitHash, content, request.clock.today);
  const entry = { order, job: id, input };
  const path = join(request.out, name.name);
  const known = room.known.get(id);
  if (!request.force && known?.file === name.name && unchanged(known, input, await fileNow(path))) {
    await room.spool?.keep(entry, { kind: 'unchanged', ...asked, topic: asked.topic.topic.id, paper });
    return { state: 'unchanged', place, file: name.name, also: name.also, diagnostics: [] };
  }

  const made = await makeRow(asked, paper, room).catch((error: unknown) => {
    if (error instanceof Fault) return error;
    throw error;
  });
  const line = { input, topic: asked.topic.topic.id, language: asked.language, style: asked.profile.style };
  if (made instanceof Fault) return failed([told(made, place)], line);
  const warnings = made.trace.warnings.map(
    ({ code, message }): Diagnostic => ({ severity: 'warning', ...place, code, message }),
  );
  if (made.kind === 'refused') {
    const { code, lines } = made.refusal;
    const diagnostics: Diagnostic[] = [{ severity: 'error', ...place, code, message: lines.join(' ') }];
    // A sheet from before must not be handed out to a patient who may no longer get one.
    for (const file of known?.file === undefined ? [] : [known.file, ...name.also])
      await rm(join(request.out, file), { force: true });
    const reason = reasonOf(diagnostics, place, room.columns);
    await room.append({ kind: 'refused', at: moment(), job: id, key: keyName(key), ...line, input, reason });
    return without('refused', place, diagnostics, reason);
  }
  if (made.bytes === undefined || made.record === undefined) throw new Error('a handout without bytes');
  const placed = await room.place(name.name, made.bytes);
  const { override: _, ...record } = made.record;
  const written: MadeLine = {
    ...record,
    kind: 'made',
    at: moment(),
    job: id,
    input,
    key: keyName(key),
    file: name.name,
    ...placed,
    ...(made.pages === undefined ? {} : { pages: made.pages }),
    state: content.reviews.get(`${asked.topic.topic.id}/${asked.language}`)?.state ?? 'draft',
    warnings: [...new Set(warnings.map(({ code }) => code))],
  };
  // Each further name is a line of its own, so that it is verified and purged like any other.
  for (const file of name.also)
    await room.append({
      ...written,
      job: jobKey(key, job.id, file),
      file,
      ...(await room.place(file, made.bytes)),
    });
  await room.append(written);
  const { laidOut, pages } = made;
  if (laidOut !== undefined && pages !== undefined)
    await room.spool?.keep(entry, { kind: 'laid-out', sheet: { ...laidOut, pages }, today: asked.today });
  const diagnosed = [...settled.diagnostics, ...warnings];
  return { state: 'made', place, file: name.name, also: name.also, diagnostics: diagnosed };
}

/** Throws Faults. */
export function makeRow(asked: ProfileRequest, paper: Paper, room: BatchRoom): Promise<Made> {
  const making = () =>
    makeHandout({
      content: room.loaded,
      page: room.page,
      ...asked,
      paper,
      as: 'pdf',
      notesConfirmed: false,
      clock: room.request.clock,
      printer: room.printer,
    });
  return withTries(making, room.printer);
}

/** A browser that died, or a page that never stopped: tried again, with another browser at the last. */
async function withTries<T>(work: () => Promise<T>, printer: SharedPrinter): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Fault) || !error.retryable || tried >= tries) throw error;
      if (tried === tries - 1) await printer.replace();
    }
  }
}

function provedOnce({ topic, language }: ProfileRequest, room: BatchRoom): Promise<Diagnostic[]> {
  const name = `${topic.topic.id}/${language}`;
  const { content, proof } = room.loaded;
  const known =
    room.proved.get(name) ??
    unprovedProblems(content, topic.topic.id, language, room.request.clock.today, proof);
  room.proved.set(name, known);
  return known;
}

async function fileNow(path: string): Promise<{ size: number; mtimeMs: number } | undefined> {
  return stat(path).catch(() => undefined);
}

/** Of the line, not of the run: the latest line of a job counts. */
function moment(): string {
  return new Date().toISOString();
}
