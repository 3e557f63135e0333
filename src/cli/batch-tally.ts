/** The results of a batch, one by one -> what its end has to tell: counts, rows to list, sheets and bundles to see to. */

import { resolve } from 'node:path';
import type { Bundle } from '../app/batch-combine.ts';
import type { BatchResult } from '../app/batch-room.ts';
import type { BatchCounts } from './batch-progress.ts';
import { BatchTroubles } from './batch-troubles.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { needsCare } from './needs-care.ts';
import { OddRows } from './odd-rows.ts';

/** Grows with what is wrong, never with the roster. */
export class BatchTally {
  readonly counts: Record<keyof BatchCounts, number> = {
    made: 0,
    unchanged: 0,
    refused: 0,
    failed: 0,
    elsewhere: 0,
  };
  /** Sheets of earlier runs: of rows that failed, and under another name of rows that have one. */
  older = 0;
  otherNames = 0;
  /** Of patients who may get none, and could not be removed. */
  readonly stuck: string[] = [];
  /** Sheets that must not be handed out: gone now, but they may have been. */
  removed = 0;
  readonly bundles: Bundle[] = [];
  /** Of the texts of the sheets that are there. */
  readonly states = new Map<string, number>();
  readonly odd = new OddRows();
  readonly #troubles = new BatchTroubles();
  /** Path as resolved -> as told. */
  readonly #holding = new Map<string, string>();

  add(result: BatchResult): void {
    this.counts[result.state] += 1;
    if (result.instead !== undefined) this.counts[result.instead] -= 1;
    this.#troubles.add(result);
    this.odd.add(result);
    const older = result.older?.length ?? 0;
    if (needsCare(result)) this.stuck.push(...(result.older ?? []).map(({ file }) => file));
    else if (result.state === 'failed') this.older += older;
    else this.otherNames += older;
    this.removed += result.removed?.length ?? 0;
    for (const path of result.bundles ?? []) this.#holding.set(resolve(path), path);
    const state = result.about?.state;
    if (state !== undefined) this.states.set(state, (this.states.get(state) ?? 0) + 1);
  }

  addBundle(bundle: Bundle): void {
    this.bundles.push(bundle);
    // Other bytes lie there now, or none.
    if (bundle.state !== 'unchanged') this.#holding.delete(resolve(bundle.path));
  }

  get done(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  troubles(): readonly BatchResult[] {
    return this.#troubles.listed();
  }

  /** PDFs and archives that hold a sheet that is refused now. */
  holding(): readonly string[] {
    return [...this.#holding.values()];
  }

  exitCode(): ExitCode {
    if (this.counts.failed > 0) return exitCode.someFailed;
    return this.counts.refused > 0 ? exitCode.refused : exitCode.done;
  }
}
