/** A row that has no handout, and why -> its line in the manifest and its result; what lies there of it from earlier runs. */

import { jobKey, keyName } from '../batch/job-key.ts';
import { keepsAllOut } from '../deliver/folder-trouble.ts';
import type { Diagnostic, Place } from '../domain/diagnostic.ts';
import type { Fault } from '../domain/fault.ts';
import type { OlderSheet } from '../domain/manifest.ts';
import { seeToBundles } from './batch-held.ts';
import { olderSheets, removeOlder } from './batch-older.ts';
import { reasonOf } from './batch-reason.ts';
import type { BatchRequest, BatchResult, BatchRoom } from './batch-room.ts';
import { momentNow } from './clock.ts';

type MissedRoom = Pick<BatchRoom, 'key' | 'columns' | 'known' | 'append'> & {
  readonly request: Pick<BatchRequest, 'out'>;
};

/** Of a Fault: whether it would befall every other row too. A browser that died of one page may print the next. */
export async function endsAll({ code, cause, retryable }: Fault, out: string): Promise<boolean> {
  if (code === 'browser-missing' || (code === 'browser-failed' && !retryable)) return true;
  return code === 'write-failed' && keepsAllOut(cause, out);
}

/** What was made before stays, since it may still be right; but it is told. */
export async function failedRow(
  job: string | undefined,
  place: Place,
  diagnostics: readonly Diagnostic[],
  room: MissedRoom,
  { line = {}, named = true } = {},
): Promise<BatchResult> {
  const older = job === undefined || !named ? [] : await olderSheets(job, room);
  const reason = reasonOf(diagnostics, place, room.columns);
  const who = job === undefined ? {} : { job, key: keyName(room.key) };
  await room.append({ kind: 'failed', at: momentNow(), ...who, ...line, reason, ...ifAny(older) });
  return { ...without('failed', place, diagnostics, reason.column), ...ifAny(older) };
}

export interface RefusedRow {
  readonly job: string;
  readonly id: string;
  readonly place: Place;
  /** Of its sheet, where no other row may have had it. */
  readonly own: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly line: { readonly input: string; readonly topic: string; readonly language: string };
}

/** A sheet from before must not be handed out to a patient who may no longer get one. */
export async function refusedRow(row: RefusedRow, room: BatchRoom): Promise<BatchResult> {
  const { job, id, place, own, diagnostics, line } = row;
  const { stuck, removed } = await removeOlder(job, (file) => jobKey(room.key, id, file), own, room);
  const bundles = await seeToBundles(job, room);
  const reason = reasonOf(diagnostics, place, room.columns);
  const key = keyName(room.key);
  await room.append({ kind: 'refused', at: momentNow(), job, key, ...line, reason, ...ifAny(stuck) });
  const held = bundles.length === 0 ? {} : { bundles };
  const gone = removed.length === 0 ? {} : { removed };
  return { ...without('refused', place, diagnostics, reason.column), ...ifAny(stuck), ...gone, ...held };
}

function ifAny(older: OlderSheet[]): { older?: OlderSheet[] } {
  return older.length === 0 ? {} : { older };
}

function without(
  state: 'failed' | 'refused',
  place: Place,
  diagnostics: readonly Diagnostic[],
  column: string | undefined,
): BatchResult {
  return { state, place, diagnostics, ...(column === undefined ? {} : { column }) };
}
