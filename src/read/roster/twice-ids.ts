/** All ids of a batch, read in a pass before the first handout is made -> those that stand in several rows, and where. */

import type { Place } from '../../domain/diagnostic.ts';
import { SeenIds } from './seen-ids.ts';

export class TwiceIds {
  readonly #seen = new SeenIds();
  readonly #places = new Map<string, Place[]>();

  add(id: string, place: Place): void {
    const first = this.#seen.add(id, place);
    if (first === undefined) return;
    const places = this.#places.get(id) ?? [first];
    this.#places.set(id, places);
    // Two are enough to name another one to each.
    if (places.length < 2) places.push(place);
  }

  /** Where else it stands; undefined when it stands once. */
  elsewhere(id: string, { file, line }: Place): Place | undefined {
    const places = this.#places.get(id);
    return places?.find((place) => place.file !== file || place.line !== line) ?? places?.[0];
  }
}
