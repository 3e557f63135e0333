/** A row that gets no sheet, and what could be read of it -> its result: care that the patient needs comes first, and no sheet stays that must not. */

import { jobKey, keyName } from '../batch/job-key.ts';
import type { Diagnostic, Place } from '../domain/diagnostic.ts';
import type { RosterEntry } from '../domain/job.ts';
import type { Profile } from '../domain/profile.ts';
import { inColumns } from '../domain/roster-column.ts';
import { seeToBundles } from './batch-held.ts';
import { failedRow } from './batch-missed.ts';
import { removeOlder } from './batch-older.ts';
import { reasonOf } from './batch-reason.ts';
import type { BatchResult, BatchRoom } from './batch-room.ts';
import { careNeeded } from './care-needed.ts';
import { momentNow } from './clock.ts';
import { settleProfile } from './settle-profile.ts';

/** Of one that could not be read as it stands; `job`: of its id, where that could be. */
export async function wrongRow(
  row: RosterEntry & { readonly ok: false },
  job: string | undefined,
  room: BatchRoom,
): Promise<BatchResult> {
  const { place, readable, id } = row;
  const { asked, clock } = room.request;
  const settled =
    readable === undefined
      ? undefined
      : settleProfile(readable, place, room.loaded.content, asked, clock.today).diagnostics;
  const more = (settled ?? []).filter(({ severity }) => severity === 'error');
  const told = [...row.diagnostics, ...(row.inColumns === true ? inColumns(more, room.columns) : more)];
  return missedRow({ job, id, place, profile: readable, twice: row.twice === true }, told, room);
}

export interface MissedRow {
  readonly job: string | undefined;
  readonly id: string | undefined;
  readonly place: Place;
  /** As far as it is known. */
  readonly profile: Profile | undefined;
  readonly twice?: boolean;
}

/** As `failedRow`; but a patient who needs care keeps no older sheet, nor does an id that two rows claim. */
export async function missedRow(
  { job, id, place, profile, twice = false }: MissedRow,
  diagnostics: readonly Diagnostic[],
  room: BatchRoom,
  more: { readonly line?: object; readonly named?: boolean } = {},
): Promise<BatchResult> {
  const today = room.request.asked.date ?? profile?.visit.date ?? room.request.clock.today;
  const care = profile === undefined ? undefined : careNeeded(profile, place, room.loaded.content, today);
  const told = care === undefined ? diagnostics : [care, ...diagnostics];
  const danger = care === undefined ? {} : { care: true };
  if (job === undefined || id === undefined || (care === undefined && !twice))
    return { ...(await failedRow(job, place, told, room, more)), ...danger };
  const { stuck, removed } = await removeOlder(job, (file) => jobKey(room.key, id, file), undefined, room);
  const bundles = await seeToBundles(job, room);
  const reason = reasonOf(told, place, room.columns);
  const older = stuck.length === 0 ? {} : { older: stuck };
  const key = keyName(room.key);
  await room.append({ kind: 'failed', at: momentNow(), job, key, ...more.line, reason, ...older });
  return {
    state: 'failed',
    place,
    diagnostics: told,
    ...danger,
    ...(reason.column === undefined ? {} : { column: reason.column }),
    ...older,
    ...(removed.length === 0 ? {} : { removed }),
    ...(bundles.length === 0 ? {} : { bundles }),
  };
}
