/** What is asked for -> its title and its leaflets; and what the parts of Leaflets work with. */

import { readShelf } from '../../app/leaflet-shelf.ts';
import type { Desk, DeskContent } from '../desk.ts';
import type { Asked } from './asked.ts';
import { leafletsOf, setsOf } from './choice.ts';
import type { Leaflet, LeafletCache } from './leaflet-cache.ts';

type Content = Extract<DeskContent, { ok: true }>;

export interface LeafletDesk {
  readonly desk: Desk;
  readonly cache: LeafletCache;
  /** The last print of each browser. */
  readonly prints: Map<string, string>;
}

export interface Picked {
  readonly title: string;
  readonly leaflets: readonly Leaflet[];
}

/** Of one topic, or of a set; undefined when nothing is picked. */
export async function pickedIn(desk: Desk, asked: Asked, { kit }: Content): Promise<Picked | undefined> {
  const { content } = kit;
  if (asked.set !== '') {
    const sets = await setsOf(desk.settings, content, await readShelf(desk.settings.environment));
    const set = sets.find(({ id }) => id === asked.set);
    return set && { title: set.title, leaflets: leafletsOf(set.topics, asked, content) };
  }
  const topic = content.topics.get(asked.topic);
  const [leaflet] = leafletsOf([asked.topic], asked, content);
  if (topic === undefined || leaflet === undefined) return undefined;
  return { title: topic.words.get(leaflet.language)?.title ?? asked.topic, leaflets: [leaflet] };
}
