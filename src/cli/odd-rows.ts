/** Rows that were made although an answer in them can hardly be meant -> lines that name each, for somebody to look. */

import { basename } from 'node:path';
import type { BatchResult } from '../app/batch-room.ts';

const oddCodes = ['odd-date', 'past-follow-up', 'facts-disagree'];
/** More are counted; `--json` and the manifest have them all. */
const mostListed = 20;

export class OddRows {
  readonly #kept: string[] = [];
  #count = 0;

  add({ state, place, diagnostics }: BatchResult): void {
    if (state !== 'made') return;
    const odd = diagnostics.filter(({ code }) => oddCodes.includes(code));
    if (odd.length === 0) return;
    this.#count += 1;
    if (this.#kept.length === mostListed) return;
    const where = `${basename(place.file)}${place.line === undefined ? '' : `, row ${place.line}`}`;
    this.#kept.push(`  ${where}: ${odd.map(({ message }) => message).join('. ')}`);
  }

  texts(): string[] {
    if (this.#count === 0) return [];
    const hidden = this.#count - this.#kept.length;
    return [
      'Made, but look at these rows before the sheet is handed out:',
      ...this.#kept,
      ...(hidden > 0 ? [`  ... and ${hidden} more`] : []),
    ];
  }
}
