/** Settings and a folder -> whatever row is wanted becomes a handout there, by the code and under the name of a batch. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BatchResult, BatchRoom } from '../app/batch-room.ts';
import { failedRow, oneRow } from '../app/batch-row.ts';
import { readClock } from '../app/clock.ts';
import { sharedPrinter } from '../app/shared-printer.ts';
import { fileNames } from '../batch/file-names.ts';
import { keyName } from '../batch/job-key.ts';
import { placeHandout } from '../deliver/place-handout.ts';
import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
import { rosterColumns } from '../domain/roster-column.ts';
import { followManifests } from '../read/follow-manifests.ts';
import type { Settings } from '../settings.ts';
import { openRosters } from './open-rosters.ts';
import type { standingContent } from './standing-content.ts';
import type { Wanted } from './wanted.ts';
import { workerManifest, workerPlace } from './worker-place.ts';

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
  close(): Promise<void>;
}

/** Throws Faults of the folder, here and in `make`. */
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
  const manifests = new Set(
    (await readdir(out))
      .filter((name) => /^manifest(-.*)?\.jsonl$/.test(name))
      .map((name) => join(out, name)),
  );
  let workers = place.number;
  const rosters = openRosters(settings, key);

  /** One worker more may have come since. */
  const readMore = async () => {
    manifests.add(workerManifest(out, workers));
    manifests.add(workerManifest(out, workers + 1));
    await followed.readMore([...manifests]);
    if (followed.has(workerManifest(out, workers + 1))) workers += 1;
  };
  const made = async (wanted: Wanted, room: BatchRoom): Promise<BatchResult> => {
    const { job, source: file, row: line } = wanted;
    const place: Place = { file, ...(line === undefined ? {} : { line }) };
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
        columns: rosterColumns(standing.loaded.content.rulebook),
        known: known === undefined ? new Map() : new Map([[wanted.job, known]]),
        combined: new Map(),
        spool: undefined,
        append: (line) => place.manifest.append(line),
        place: (file, bytes) => placeHandout(place.workshop, join(out, file), bytes),
        proved: standing.proved,
      };
      return { kind: 'row', result: await made(wanted, room) };
    },
    close: async () => {
      await rosters.close();
      await printer.close();
      await place.close();
    },
  };
}

const gone = [
  'This row is not in its roster any more, or the roster can not be read here',
  'All workers must see the roster under the same path, until all is made. If it was changed, enqueue it again',
] as const;
const otherKey = [
  'This row was enqueued with another key than the one of this worker',
  'Give all machines the same key (HANDOUT_KEY_FILE), then enqueue the roster again',
] as const;
