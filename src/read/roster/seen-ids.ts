/** The ids of a roster, one after the other -> where each stood before, if it did, in a few bytes an id. */

import { createHash } from 'node:crypto';
import type { Place } from '../../domain/diagnostic.ts';

/** Four of the hash, the line, and the file counted from 1; a slot without a file is free. */
const wordsInSlot = 6;
/** Beyond it no more are remembered: 100 MB, and more rows than a night has. */
const mostIds = 2_000_000;

export class SeenIds {
  #table = new Uint32Array(1024 * wordsInSlot);
  #count = 0;
  readonly #files: string[] = [];

  /** False from the moment on when there are too many to remember. */
  get complete(): boolean {
    return this.#count < mostIds;
  }

  /** Remembers an id; gives the place of the first when it stood somewhere already. */
  add(id: string, place: Place): Place | undefined {
    const hash = createHash('sha256').update(id).digest();
    const words = [0, 4, 8, 12].map((at) => hash.readUInt32LE(at));
    const slot = slotOf(this.#table, words);
    const file = this.#table[slot + 5] ?? 0;
    if (file !== 0) return { file: this.#files[file - 1] ?? '', line: this.#table[slot + 4] ?? 0 };
    if (!this.complete) return undefined;
    this.#table.set([...words, place.line ?? 0, this.#fileNumber(place.file)], slot);
    this.#count += 1;
    if (this.#count * 2 * wordsInSlot > this.#table.length) this.#grow();
    return undefined;
  }

  #fileNumber(file: string): number {
    if (this.#files.at(-1) !== file) this.#files.push(file);
    return this.#files.length;
  }

  #grow(): void {
    const larger = new Uint32Array(this.#table.length * 2);
    for (let at = 0; at < this.#table.length; at += wordsInSlot) {
      const slot = this.#table.subarray(at, at + wordsInSlot);
      if (slot[5] !== 0) larger.set(slot, slotOf(larger, slot));
    }
    this.#table = larger;
  }
}

/** Where these words stand, or the free slot where they belong. */
function slotOf(table: Uint32Array, words: ArrayLike<number>): number {
  const slots = table.length / wordsInSlot;
  for (let at = (words[0] ?? 0) % slots; ; at = (at + 1) % slots) {
    const slot = at * wordsInSlot;
    const same = [0, 1, 2, 3].every((word) => table[slot + word] === words[word]);
    if (table[slot + 5] === 0 || same) return slot;
  }
}
