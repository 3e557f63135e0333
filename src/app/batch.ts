/** Sources and a folder -> one handout for each row: made, unchanged, refused or failed, with a manifest that tells of it. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileNames } from '../batch/file-names.ts';
import { runJobs } from '../batch/run-jobs.ts';
import { manifestName } from '../batch/shard.ts';
import { openManifest } from '../deliver/append-manifest.ts';
import { placeHandout } from '../deliver/place-handout.ts';
import { openWorkshop } from '../deliver/workshop.ts';
import type { Fault } from '../domain/fault.ts';
import type { RosterEntry } from '../domain/job.ts';
import { type Outcome, success } from '../domain/outcome.ts';
import { rosterColumns } from '../domain/roster-column.ts';
import { fingerprint } from '../read/compiled.ts';
import { readManifest } from '../read/read-manifest.ts';
import type { Settings } from '../settings.ts';
import { type Bundle, combineBatch } from './batch-combine.ts';
import { batchRows } from './batch-jobs.ts';
import { batchKey } from './batch-key.ts';
import type { BatchRequest, BatchResult, BatchRoom } from './batch-room.ts';
import { oneRow } from './batch-row.ts';
import { openSpool } from './batch-spool.ts';
import { zipBatch } from './batch-zip.ts';
import { type LoadedContent, loadPageKit } from './kit.ts';
import { sharedPrinter } from './shared-printer.ts';

/**
 * A failure when a source can't be used. Iterating throws Faults that end the batch: a folder that can't be written any
 * more or is in use, no browser. What goes wrong with one row is a result.
 */
export async function openBatch(
  loaded: LoadedContent,
  settings: Settings,
  request: BatchRequest,
): Promise<Outcome<AsyncGenerator<BatchResult | Bundle>>> {
  const rows = await batchRows(request.sources, loaded.content, settings, request.asked);
  if (!rows.ok) return rows;
  const key = await batchKey(settings.environment, request.shard !== undefined);
  return success(worked(rows.value, key, loaded, settings, request), rows.diagnostics);
}

/** Those of shards too: a batch that is divided anew makes nothing again. */
async function manifestsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => /^manifest(-\d+-of-\d+|-worker-\d+)?\.jsonl$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

async function* worked(
  rows: AsyncIterable<RosterEntry>,
  key: Uint8Array,
  loaded: LoadedContent,
  settings: Settings,
  request: BatchRequest,
): AsyncGenerator<BatchResult | Bundle> {
  const { out, shard, signal } = request;
  const manifest = join(out, manifestName(shard));
  const workshop = await openWorkshop(manifest, { signal });
  const printer = sharedPrinter(settings, request.say);
  let writer: Awaited<ReturnType<typeof openManifest>> | undefined;
  try {
    const { jobs: known, combined } = await readManifest(await manifestsIn(out));
    writer = await openManifest(manifest);
    const { append } = writer;
    const room: BatchRoom = {
      request,
      key,
      loaded,
      printer,
      page: loadPageKit(settings),
      // Whatever changes how a sheet looks or reads makes another input.
      kitHash: fingerprint([settings.templates], loaded.proof.key),
      nameOf: fileNames(request.nameBy),
      columns: rosterColumns(loaded.content.rulebook),
      known,
      combined,
      spool: request.combine === undefined ? undefined : openSpool(workshop.folder),
      append,
      place: (file, bytes) => placeHandout(workshop, join(out, file), bytes),
      proved: new Map(),
    };
    let refused = false;
    let broken: Fault | undefined;
    const end = new AbortController();
    const files = new Map<number, readonly string[]>();
    const work = async ({ row, order }: Numbered): Promise<BatchResult> => {
      const result = await oneRow(row, order, room);
      refused ||= result.state === 'refused';
      if (result.ends !== undefined) {
        broken ??= result.ends;
        end.abort();
      }
      if (request.zip !== undefined && result.file !== undefined)
        files.set(order, [result.file, ...(result.also ?? [])]);
      return result;
    };
    const either = AbortSignal.any([signal, end.signal]);
    yield* runJobs(numbered(rows), work, { concurrency: request.jobs, signal: either });
    if (broken !== undefined) throw broken;
    if (refused && request.combine === undefined && combined.size > 0)
      request.say(
        `Of an earlier run, and may hold a sheet that is refused now: ${[...combined.keys()].join(', ')}`,
      );
    if (signal.aborted) return;
    if (request.combine !== undefined && room.spool !== undefined)
      yield* combineBatch(request.combine, room.spool, room);
    if (request.zip !== undefined && files.size > 0 && !signal.aborted)
      yield await zipBatch(request.zip, out, inOrder(files));
  } finally {
    await printer.close();
    try {
      await writer?.close();
    } finally {
      await workshop.close();
    }
  }
}

interface Numbered {
  readonly row: RosterEntry;
  readonly order: number;
}

async function* numbered(rows: AsyncIterable<RosterEntry>): AsyncGenerator<Numbered> {
  let order = 0;
  for await (const row of rows) {
    yield { row, order };
    order += 1;
  }
}

function inOrder(files: ReadonlyMap<number, readonly string[]>): (readonly string[])[] {
  return [...files].sort(([a], [b]) => a - b).map(([, names]) => names);
}
