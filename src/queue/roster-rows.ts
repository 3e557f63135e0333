/** A source and keys of rows, mostly in its order -> those rows as they stand there now, read in one pass where that will do. */

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { jobKey } from '../batch/job-key.ts';
import type { RosterEntry } from '../domain/job.ts';

type Open = () => Promise<AsyncGenerator<RosterEntry> | undefined>;

/** Rows that were passed over and may be asked for soon: other workers make most of them. */
const keptRows = 2000;

/** Several may ask at once; memory does not grow with the source, but for 50 bytes a row. */
export class RosterRows {
  readonly #open: Open;
  readonly #key: Uint8Array;
  #rows: AsyncGenerator<RosterEntry> | undefined;
  readonly #kept = new Map<string, RosterEntry>();
  /** 48 bits of each key: enough to know that a row is not there without reading to the end again. */
  readonly #seen = new Set<number>();
  #complete = false;
  #last: Promise<unknown> = Promise.resolve();

  /** `open` gives the rows from the start, or undefined when the source can't be read. */
  constructor(open: Open, key: Uint8Array) {
    this.#open = open;
    this.#key = key;
  }

  /** Undefined when no row of the source has this key. */
  row(job: string): Promise<RosterEntry | undefined> {
    const next = this.#last.then(() =>
      this.#find(job).catch((error: unknown) => {
        // A pass that broke off has not seen all.
        this.#rows = undefined;
        throw error;
      }),
    );
    this.#last = next.catch(() => undefined);
    return next;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#rows?.return(undefined);
    this.#rows = undefined;
  }

  async #find(job: string): Promise<RosterEntry | undefined> {
    const kept = this.#kept.get(job);
    if (kept !== undefined) return kept;
    // The rest of the pass that is under way, then one from the start.
    for (let pass = 0; pass < 2; pass += 1) {
      if (this.#complete && !this.#seen.has(short(job))) return undefined;
      this.#rows ??= await this.#open();
      if (this.#rows === undefined) return undefined;
      for (let next = await this.#rows.next(); !next.done; next = await this.#rows.next()) {
        const row = next.value;
        const id = idOf(row);
        if (id === undefined) continue;
        const key = jobKey(this.#key, id);
        this.#keep(key, row);
        if (key === job) return row;
      }
      this.#rows = undefined;
      this.#complete = true;
    }
    return undefined;
  }

  #keep(job: string, row: RosterEntry): void {
    this.#seen.add(short(job));
    this.#kept.set(job, row);
    if (this.#kept.size <= keptRows) return;
    for (const oldest of this.#kept.keys()) {
      this.#kept.delete(oldest);
      break;
    }
  }
}

/** Undefined for a row that could not be read so far. */
export function idOf(row: RosterEntry): string | undefined {
  return row.ok ? row.job.id : row.id;
}

function short(job: string): number {
  return Number.parseInt(job.slice(0, 12), 16);
}

/** Another text means that something in it has changed; undefined: it is not there. */
export async function versionOf(path: string): Promise<string | undefined> {
  const stats = await stat(path).catch(() => undefined);
  if (stats === undefined) return undefined;
  const own = `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
  if (!stats.isDirectory()) return own;
  const names = (await readdir(path)).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const file = await stat(join(path, name)).catch(() => undefined);
      return `${name} ${file?.size} ${file?.mtimeMs}`;
    }),
  );
  return [own, ...files].join('\n');
}
