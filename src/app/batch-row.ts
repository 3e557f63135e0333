/** One row of a batch -> its handout and manifest line, or why there is none. */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { jobKey, keyName } from '../batch/job-key.ts';
import { shardOf } from '../batch/shard.ts';
import { unchanged } from '../batch/unchanged.ts';
import { keepsAllOut } from '../deliver/folder-trouble.ts';
import type { Diagnostic, Place } from '../domain/diagnostic.ts';
import { Fault } from '../domain/fault.ts';
import type { Job, RosterEntry } from '../domain/job.ts';
import type { MadeLine, OlderSheet } from '../domain/manifest.ts';
import { batchInput } from './batch-input.ts';
import { makeRow } from './batch-make.ts';
import { olderSheets, removeOlder } from './batch-older.ts';
import { reasonOf, told } from './batch-reason.ts';
import type { BatchRequest, BatchResult, BatchRoom } from './batch-room.ts';
import { momentNow } from './clock.ts';
import { unprovedProblems } from './proved-content.ts';
import { type ProfileRequest, settleProfile } from './settle-profile.ts';

export type { BatchRequest, BatchResult, BatchRoom };

/** Never rejects but for a mistake of our own: a Fault is a result. `order`: among all rows. */
export async function oneRow(row: RosterEntry, order: number, room: BatchRoom): Promise<BatchResult> {
  const place = row.ok ? row.job.place : row.place;
  try {
    if (row.ok) return await oneJob(row.job, row.diagnostics, order, room);
    const job = row.id === undefined ? undefined : jobKey(room.key, row.id);
    return isElsewhere(job, place, room)
      ? { state: 'elsewhere', place, diagnostics: [] }
      : await failedRow(job, place, row.diagnostics, room);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const failed: BatchResult = { state: 'failed', place, diagnostics: [told(error, place)] };
    return (await endsAll(error, room.request.out)) ? { ...failed, ends: error } : failed;
  }
}

/** A row without an id belongs to a shard by its number. */
function isElsewhere(job: string | undefined, place: Place, { request: { shard } }: BatchRoom): boolean {
  if (shard === undefined) return false;
  const own = job === undefined ? ((place.line ?? 0) % shard.count) + 1 : shardOf(job, shard.count);
  return own !== shard.index;
}

/** Of a Fault: whether it would befall every other row too. */
async function endsAll({ code, cause }: Fault, out: string): Promise<boolean> {
  if (code === 'browser-missing' || code === 'browser-failed') return true;
  return code === 'write-failed' && keepsAllOut(cause, out);
}

/** What was made before stays, since it may still be right; but it is told. */
export async function failedRow(
  job: string | undefined,
  place: Place,
  diagnostics: readonly Diagnostic[],
  room: BatchRoom,
  { line = {}, named = true } = {},
): Promise<BatchResult> {
  const older = job === undefined || !named ? [] : await olderSheets(job, room);
  const reason = reasonOf(diagnostics, place, room.columns);
  const who = job === undefined ? {} : { job, key: keyName(room.key) };
  const lying = older.length === 0 ? {} : { older };
  await room.append({ kind: 'failed', at: momentNow(), ...who, ...line, reason, ...lying });
  return without('failed', place, diagnostics, reason.column, older);
}

function without(
  state: 'failed' | 'refused',
  place: Place,
  diagnostics: readonly Diagnostic[],
  column: string | undefined,
  older: readonly OlderSheet[] = [],
): BatchResult {
  return {
    state,
    place,
    diagnostics,
    ...(column === undefined ? {} : { column }),
    ...(older.length === 0 ? {} : { older }),
  };
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
  if (isElsewhere(id, place, room)) return { state: 'elsewhere', place, diagnostics: [] };
  const failed = (diagnostics: readonly Diagnostic[], more: { line?: object; named?: boolean } = {}) =>
    failedRow(id, place, diagnostics, room, more);

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
  // The sheets of that name are another row's.
  if (!name.ok) return failed([{ severity: 'error', ...place, ...name }], { named: false });

  const paper = job.paper ?? content.clinic.paper;
  const input = batchInput(asked, paper, key, room.kitHash, content, request.clock.today);
  const entry = { order, job: id, input };
  const path = join(request.out, name.name);
  const known = room.known.get(id);
  if (!request.force && known?.file === name.name && unchanged(known, input, await fileNow(path))) {
    await room.spool?.keep(entry, { kind: 'unchanged', ...asked, topic: asked.topic.topic.id, paper });
    return { state: 'unchanged', place, file: name.name, also: name.also, diagnostics: [] };
  }

  const line = { input, topic: asked.topic.topic.id, language: asked.language, style: asked.profile.style };
  const made = await makeRow(asked, paper, room).catch(onlyOfThisRow(room));
  if (made instanceof Fault) return failed([told(made, place)], { line });
  const warnings = made.trace.warnings.map(
    ({ code, message }): Diagnostic => ({ severity: 'warning', ...place, code, message }),
  );
  if (made.kind === 'refused') {
    const { code, lines } = made.refusal;
    const diagnostics: Diagnostic[] = [{ severity: 'error', ...place, code, message: lines.join(' ') }];
    // A sheet from before must not be handed out to a patient who may no longer get one.
    const also = name.also.map((file) => ({ file, job: jobKey(key, job.id, file) }));
    await removeOlder(id, also, room);
    const reason = reasonOf(diagnostics, place, room.columns);
    await room.append({ kind: 'refused', at: momentNow(), job: id, key: keyName(key), ...line, reason });
    return without('refused', place, diagnostics, reason.column);
  }
  if (made.bytes === undefined || made.record === undefined) throw new Error('a handout without bytes');
  const { bytes } = made;
  const write = () => room.place(name.name, bytes);
  const placed = await (request.times?.during('write', write) ?? write()).catch(onlyOfThisRow(room));
  if (placed instanceof Fault) return failed([told(placed, place)], { line });
  const { override: _, ...record } = made.record;
  const written: MadeLine = {
    ...record,
    kind: 'made',
    at: momentNow(),
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

/** A Fault that would end the whole batch goes on; any other is given back. */
function onlyOfThisRow({ request }: BatchRoom): (error: unknown) => Promise<Fault> {
  return async (error) => {
    if (!(error instanceof Fault) || (await endsAll(error, request.out))) throw error;
    return error;
  };
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
