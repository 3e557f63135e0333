/** Rows that can be read but once -> when an id comes a second time, what becomes of the row that had it before: its sheet must go. */

import { jobKey } from '../batch/job-key.ts';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import type { RosterEntry } from '../domain/job.ts';
import type { KnownJob, ManifestLine } from '../domain/manifest.ts';
import { noteLine } from '../read/read-manifest.ts';
import type { BatchResult } from './batch-room.ts';

interface Earlier {
  readonly order: number;
  readonly result: Promise<BatchResult>;
}

/** Memory grows with the rows: only for what comes through a pipe. */
export class StreamedRows {
  /** What the manifest knows, with the lines of this run: who takes back a sheet finds it here. */
  readonly known: Map<string, KnownJob>;
  readonly #earlier = new Map<string, Earlier>();

  constructor(known: ReadonlyMap<string, KnownJob>) {
    this.known = new Map(known);
  }

  noteLine(line: ManifestLine): void {
    noteLine(this.known, line);
  }

  note(row: RosterEntry, order: number, key: Uint8Array, result: Promise<BatchResult>): void {
    if (row.ok) this.#earlier.set(jobKey(key, row.job.id), { order, result });
  }

  /** Of the row that had this id before, once it is done: that it has no sheet any more. Each is given once. */
  async takeBack(row: RosterEntry, key: Uint8Array): Promise<BatchResult | undefined> {
    if (row.ok || row.twice !== true || row.id === undefined) return undefined;
    const job = jobKey(key, row.id);
    const earlier = this.#earlier.get(job);
    this.#earlier.delete(job);
    if (earlier === undefined) return undefined;
    const { state, place } = await earlier.result;
    if (state !== 'made' && state !== 'unchanged') return undefined;
    const message = `The id of this row stands in row ${row.place.line} too: its sheet was made, and is gone from the folder again`;
    const hint = 'Give each handout an id of its own, or remove one of them';
    const diagnostics: Diagnostic[] = [errorAt(place, 'id-twice', message, hint)];
    return { state: 'failed', place, order: earlier.order, diagnostics, instead: state };
  }
}
