/** One row of a batch -> its handout and manifest line, or why there is none. */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { jobKey, keyName } from '../batch/job-key.ts';
import { shardOf } from '../batch/shard.ts';
import { unchanged } from '../batch/unchanged.ts';
import type { Diagnostic, Place } from '../domain/diagnostic.ts';
import { Fault } from '../domain/fault.ts';
import type { Job, RosterEntry } from '../domain/job.ts';
import { asSentences } from '../domain/joined-lines.ts';
import type { MadeLine } from '../domain/manifest.ts';
import { inColumns } from '../domain/roster-column.ts';
import { aboutSheet } from './batch-about.ts';
import { batchInput } from './batch-input.ts';
import { makeRow } from './batch-make.ts';
import { endsAll, failedRow, refusedRow } from './batch-missed.ts';
import { otherSheets } from './batch-older.ts';
import { mistakeTold, told } from './batch-reason.ts';
import type { BatchResult, BatchRoom } from './batch-room.ts';
import { missedRow, wrongRow } from './batch-unsafe.ts';
import { careNeeded } from './care-needed.ts';
import { momentNow } from './clock.ts';
import { unprovedProblems } from './proved-content.ts';
import { type ProfileRequest, settleProfile } from './settle-profile.ts';

/** Never rejects: what went wrong is a result. `order`: among all rows. */
export async function oneRow(row: RosterEntry, order: number, room: BatchRoom): Promise<BatchResult> {
  const place = row.ok ? row.job.place : row.place;
  const id = row.ok ? row.job.id : row.id;
  const job = id === undefined ? undefined : jobKey(room.key, id);
  try {
    if (isElsewhere(job, place, room)) return { state: 'elsewhere', place, diagnostics: [] };
    if (row.ok) return await oneJob(row.job, row.diagnostics, order, room);
    return await wrongRow(row, job, room);
  } catch (error) {
    const diagnostics = [error instanceof Fault ? told(error, place) : mistakeTold(error, place)];
    // Of a row that another run will make as soon as it can, there is nothing to note.
    if (error instanceof Fault && (await endsAll(error, room.request.out)))
      return { state: 'failed', place, diagnostics, ends: error };
    return failedRow(job, place, diagnostics, room).catch((ends: unknown) => {
      const failed: BatchResult = { state: 'failed', place, diagnostics };
      // A manifest that can't tell of a row tells of no other either.
      return ends instanceof Fault ? { ...failed, ends } : failed;
    });
  }
}

/** A row without an id belongs to a shard by its number. */
function isElsewhere(job: string | undefined, place: Place, { request: { shard } }: BatchRoom): boolean {
  if (shard === undefined) return false;
  const own = job === undefined ? ((place.line ?? 0) % shard.count) + 1 : shardOf(job, shard.count);
  return own !== shard.index;
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
  const missed = { job: id, id: job.id, place, profile: job.profile };
  const failed = (diagnostics: readonly Diagnostic[], more: { line?: object; named?: boolean } = {}) =>
    missedRow(missed, inNames(diagnostics), room, more);
  const inNames = (diagnostics: readonly Diagnostic[]) =>
    job.inColumns === true ? inColumns(diagnostics, room.columns) : diagnostics;

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
  const paper = job.paper ?? content.clinic.paper;
  const input = batchInput(asked, paper, key, room.kitHash, content, request.clock.today);
  const line = { input, topic: asked.topic.topic.id, language: asked.language, style: asked.profile.style };
  if (!name.ok) {
    const care = careNeeded(asked.profile, place, content, asked.today);
    // The sheets of that name are another row's.
    if (care === undefined) return failed([{ severity: 'error', ...place, ...name }], { named: false });
    return refusedRow({ job: id, id: job.id, place, own: undefined, diagnostics: [care], line }, room);
  }
  const entry = { order, job: id, input };
  const path = join(request.out, name.name);
  const known = room.known.get(id);
  const there = { place, job: id, file: name.name, also: name.also };
  const others = () => otherSheets(id, [name.name, ...name.also], room);
  if (!request.force && known?.file === name.name && unchanged(known, input, await fileNow(path))) {
    await room.spool?.keep(entry, { kind: 'unchanged', ...asked, topic: asked.topic.topic.id, paper });
    const about = aboutSheet(asked, content, known);
    return { ...there, state: 'unchanged', about, diagnostics: [], ...(await others()) };
  }

  const made = await makeRow(asked, paper, room).catch(onlyOfThisRow(room));
  if (made instanceof Fault) return failed([told(made, place)], { line });
  const warnings = made.trace.warnings.map(
    ({ code, message }): Diagnostic => ({ severity: 'warning', ...place, code, message }),
  );
  if (made.kind === 'refused') {
    const { code, lines } = made.refusal;
    const diagnostics: Diagnostic[] = [{ severity: 'error', ...place, code, message: asSentences(lines) }];
    const own = request.nameBy === 'code' ? undefined : name.name;
    return refusedRow({ job: id, id: job.id, place, own, diagnostics, line }, room);
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
  let missing: Fault | undefined;
  const also: string[] = [];
  for (const file of name.also) {
    const copy = await room.place(file, bytes).catch(onlyOfThisRow(room));
    if (copy instanceof Fault) missing ??= copy;
    else {
      await room.append({ ...written, job: jobKey(key, job.id, file), file, ...copy });
      also.push(file);
    }
  }
  await room.append({ ...written, ...(also.length === 0 ? {} : { also }) });
  if (missing !== undefined) return failed([told(missing, place)], { line, named: false });
  const { laidOut, pages } = made;
  if (laidOut !== undefined && pages !== undefined) {
    const kept = { kind: 'laid-out', sheet: { ...laidOut, pages }, today: asked.today } as const;
    const untold = await room.spool?.keep(entry, kept).catch(onlyOfThisRow(room));
    if (untold instanceof Fault) return failed([told(untold, place)], { line, named: false });
  }
  const diagnosed = [...inNames(settled.diagnostics), ...warnings];
  const about = aboutSheet(asked, content, written);
  return { ...there, state: 'made', about, diagnostics: diagnosed, ...(await others()) };
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
