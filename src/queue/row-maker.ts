/** Settings and a folder -> whatever row is wanted becomes a handout there, by the code and under the name of a batch. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { failedRow } from '../app/batch-missed.ts';
import type { BatchResult, BatchRoom } from '../app/batch-room.ts';
import { oneRow } from '../app/batch-row.ts';
import { readClock } from '../app/clock.ts';
import { sharedPrinter } from '../app/shared-printer.ts';
import { fileNames } from '../batch/file-names.ts';
import { keyName } from '../batch/job-key.ts';
import { placeHandout } from '../deliver/place-handout.ts';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { Fault } from '../domain/fault.ts';
import { type RosterColumn, rosterColumns } from '../domain/roster-column.ts';
import { followManifests } from '../read/follow-manifests.ts';
import type { Settings } from '../settings.ts';
import { openRosters } from './open-rosters.ts';
import type { standingContent } from './standing-content.ts';
import { placeOf, type Wanted } from './wanted.ts';
import { workerPlace } from './worker-place.ts';

export interface MakerRequest {
  readonly out: string;
  readonly jobs: number;
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
}

export type MakerResult =
  | { readonly kind: 'row'; readonly result: BatchResult }
  /** Content that can't be used any more: nothing was begun. */
  | { readonly kind: 'no-content'; readonly diagnostics: readonly Diagnostic[] };

export interface RowMaker {
  make(wanted: Wanted): Promise<MakerResult>;
  /** A row that has no handout for a reason that `make` did not see: the manifest tells it too. */
  missed(wanted: Wanted, diagnostics: readonly Diagnostic[]): Promise<BatchResult>;
  close(): Promise<void>;
}

/** Throws Faults of the folder, here and in `make` and `missed`. */
export async function openRowMaker(
  settings: Settings,
  content: ReturnType<typeof standingContent>,
  key: Uint8Array,
  request: MakerRequest,
): Promise<RowMaker> {
  const { out, jobs, signal, say } = request;
  const place = await workerPlace(out, signal);
  const printer = sharedPrinter(settings, say);
  const followed = followManifests();
  const rosters = openRosters(settings, key);
  let columns: readonly RosterColumn[] = [];

  /** Workers and batches may have come since. */
  const readMore = async () => followed.readMore(await manifestsOf(out));
  const made = async (wanted: Wanted, room: BatchRoom): Promise<BatchResult> => {
    const { job } = wanted;
    const place = placeOf(wanted);
    // Its hash says nothing to whoever has another key.
    if (wanted.key !== keyName(key))
      return failedRow(undefined, place, [errorAt(place, 'other-key', ...otherKey)], room);
    const row = await rosters.row(wanted, room.loaded.content, room.kitHash);
    if (row === undefined) return failedRow(job, place, [errorAt(place, 'row-gone', ...gone)], room);
    return oneRow(row, 0, room);
  };

  return {
    make: async (wanted) => {
      const current = await content();
      if (!current.ok) return { kind: 'no-content', diagnostics: current.diagnostics };
      const standing = current.value;
      await readMore();
      const clock = readClock();
      const known = followed.known(wanted.job);
      columns = rosterColumns(standing.loaded.content.rulebook);
      const room: BatchRoom = {
        request: {
          sources: [wanted.source],
          out,
          asked: { topics: wanted.topics, language: wanted.language, date: wanted.date },
          jobs,
          nameBy: 'hash',
          force: false,
          clock,
          signal,
          say,
        },
        key,
        loaded: standing.loaded,
        printer,
        page: standing.page,
        kitHash: standing.kitHash,
        nameOf: fileNames('hash'),
        columns,
        known: known === undefined ? new Map() : new Map([[wanted.job, known]]),
        bundles: followed.bundles(),
        spool: undefined,
        append: (line) => place.manifest.append(line),
        place: (file, bytes) => placeHandout(place.workshop, join(out, file), bytes),
        proved: standing.proved,
      };
      return { kind: 'row', result: await made(wanted, room) };
    },
    missed: async (wanted, diagnostics) => {
      await readMore();
      const known = followed.known(wanted.job);
      // Its hash says nothing to whoever has another key.
      const job = wanted.key === keyName(key) ? wanted.job : undefined;
      return failedRow(job, placeOf(wanted), diagnostics, {
        request: { out },
        key,
        columns,
        known: known === undefined ? new Map() : new Map([[wanted.job, known]]),
        append: (line) => place.manifest.append(line),
      });
    },
    close: async () => {
      await rosters.close();
      await printer.close();
      await place.close();
    },
  };
}

async function manifestsOf(out: string): Promise<string[]> {
  const names = await readdir(out).catch((cause: unknown) => {
    throw new Fault('read-failed', `The folder could not be read: ${out}`, {
      cause,
      hint: 'Check that it is there and that you may read it',
    });
  });
  return names.filter((name) => /^manifest(-.*)?\.jsonl$/.test(name)).map((name) => join(out, name));
}

const gone = [
  'This row is not in its roster any more, or the roster can not be read here',
  'All workers must see the roster under the same path, until all is made. If it was changed, enqueue it again',
] as const;
const otherKey = [
  'This row was enqueued with another key than the one of this worker',
  'Give all machines the same key (HANDOUT_KEY_FILE), then enqueue the roster again',
] as const;
