/** Rows that were refused or failed, in any order -> those that are listed, in the order of the roster; the worst are never left out for others. */

import type { BatchResult } from '../app/batch-room.ts';
import { needsCare } from './needs-care.ts';

/** More rows with trouble than this are counted, not listed; the manifest has them all. */
const mostListed = 50;

export class BatchTroubles {
  readonly #kept: BatchResult[] = [];

  add(result: BatchResult): void {
    if (result.state !== 'refused' && result.state !== 'failed') return;
    if (this.#kept.length >= mostListed) {
      const least = this.#kept.reduce((a, b) => (weight(b) < weight(a) ? b : a));
      if (weight(least) >= weight(result)) return;
      this.#kept.splice(this.#kept.indexOf(least), 1);
    }
    this.#kept.push(result);
  }

  listed(): readonly BatchResult[] {
    return this.#kept
      .map((result, at) => ({ result, at }))
      .sort((a, b) => (a.result.order ?? a.at) - (b.result.order ?? b.at))
      .map(({ result }) => result);
  }
}

/** A sheet that may be in somebody's hands, or still lies there, weighs more than one that was never made. */
function weight(result: BatchResult): number {
  const { older = [], removed = [], bundles = [] } = result;
  const touches = older.length + removed.length + bundles.length > 0 ? 1 : 0;
  return (needsCare(result) ? 2 : 0) + touches;
}
