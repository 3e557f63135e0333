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
import { removeEmptied } from './batch-held.ts';
import { type BatchRows, openRows } from './batch-jobs.ts';
import { batchKey } from './batch-key.ts';
import type { BatchRequest, BatchResult, BatchRoom } from './batch-room.ts';
import { oneRow } from './batch-row.ts';
import { openSpool } from './batch-spool.ts';
import { StreamedRows } from './batch-streamed.ts';
import { type Zipped, zipBatch } from './batch-zip.ts';
import { memoryCollector } from './collect-memory.ts';
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
): Promise<Outcome<OpenBatch>> {
  const opened = await openRows(request.sources, loaded.content, settings, request.asked);
  if (!opened.ok) return opened;
  const key = await batchKey(settings.environment, request.shard !== undefined);
  const results = worked(opened.value, key, loaded, settings, request);
  return success({ results, total: opened.value.total }, opened.diagnostics);
}

export interface OpenBatch {
  readonly results: AsyncGenerator<BatchResult | Bundle>;
  /** Rows, those of other shards too; undefined when there is no knowing before the end. */
  readonly total: number | undefined;
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
  { rows, total }: BatchRows,
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
    const { jobs, bundles } = await readManifest(await manifestsIn(out));
    writer = await openManifest(manifest);
    const { append } = writer;
    // Rows that can't be counted beforehand can't be read twice either.
    const streamed = total === undefined ? new StreamedRows(jobs) : undefined;
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
      known: streamed?.known ?? jobs,
      bundles,
      spool: request.combine === undefined ? undefined : openSpool(workshop.folder),
      append: streamed === undefined ? append : (line) => append(line).then(() => streamed.noteLine(line)),
      place: (file, bytes) => placeHandout(workshop, join(out, file), bytes),
      proved: new Map(),
    };
    const collectMemory = memoryCollector();
    let missed = false;
    let broken: Fault | undefined;
    const end = new AbortController();
    const zipped = new Map<number, Zipped>();
    const work = async ({ row, order }: Numbered): Promise<BatchResult[]> => {
      const earlier = await streamed?.takeBack(row, key);
      if (earlier?.order !== undefined) {
        zipped.delete(earlier.order);
        room.spool?.drop(earlier.order);
      }
      const making = oneRow(row, order, room);
      streamed?.note(row, order, key, making);
      const result = { order, ...(await making) };
      missed ||= result.state === 'refused' || result.state === 'failed';
      if (result.state === 'made') collectMemory();
      if (result.ends !== undefined) {
        broken ??= result.ends;
        end.abort();
      }
      if (request.zip !== undefined && result.job !== undefined && result.file !== undefined)
        zipped.set(order, { job: result.job, files: [result.file, ...(result.also ?? [])] });
      return earlier === undefined ? [result] : [earlier, result];
    };
    const either = AbortSignal.any([signal, end.signal]);
    const running = runJobs(numbered(rows), work, { concurrency: request.jobs, signal: either });
    for await (const results of running) yield* results;
    if (broken !== undefined) throw broken;
    const { combine, zip } = request;
    if (combine !== undefined && room.spool !== undefined && !signal.aborted) {
      yield* combineBatch(combine, room.spool, room);
      if (missed && room.spool.entries().length === 0) yield await emptied('combined', combine, room);
    }
    if (zip === undefined || signal.aborted) return;
    if (zipped.size > 0) {
      request.sayTogether?.(`All rows are done. Putting their files into ${zip} ...`);
      yield await zipBatch(zip, inOrder(zipped), room);
    } else if (missed) yield await emptied('zip', zip, room);
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

async function emptied(kind: Bundle['kind'], path: string, room: BatchRoom): Promise<Bundle> {
  await removeEmptied(path, room);
  return { kind, state: 'none', path, handouts: 0, bytes: 0 };
}

function inOrder(zipped: ReadonlyMap<number, Zipped>): Zipped[] {
  return [...zipped].sort(([a], [b]) => a - b).map(([, handout]) => handout);
}
