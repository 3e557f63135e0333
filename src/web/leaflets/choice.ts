/** What is asked for, and the content -> the leaflets it stands for: one topic, or those of a set, each in a language it is written in. */

import type { Shelf } from '../../app/leaflet-shelf.ts';
import type { Content, TopicContent } from '../../domain/content.ts';
import { unitNames, unitPath } from '../../read/content-folders.ts';
import { readSet, setJobs } from '../../read/leaflet-set.ts';
import type { Settings } from '../../settings.ts';
import type { Asked } from './asked.ts';
import type { Leaflet } from './leaflet-cache.ts';

export interface LeafletChoice {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly string[];
  /** Saved at the desk, so it can be removed there. */
  readonly own: boolean;
}

/** Those of the content's folders, then those saved at the desk; one that has mistakes, or no topic that is there, is left out. */
export async function setsOf(
  { content: folders }: Settings,
  content: Content,
  shelf: Shelf,
): Promise<LeafletChoice[]> {
  const sets: LeafletChoice[] = [];
  for (const name of unitNames(folders, 'sets')) {
    const path = unitPath(folders, `sets/${name}.yaml`);
    const set = path === undefined ? undefined : await readSet(path);
    const jobs = set?.ok === true ? setJobs(set.value, content) : undefined;
    if (set?.ok !== true || jobs?.ok !== true) continue;
    const topics = [...new Set(jobs.value.flatMap(({ profile }) => profile.topics))];
    sets.push({ id: name, title: set.value.value.title, topics, own: false });
  }
  for (const { id, title, topics } of shelf.sets)
    sets.push({ id, title, topics: topics.filter((topic) => content.topics.has(topic)), own: true });
  return sets.filter(({ topics }) => topics.length > 0);
}

/** A language that is not there prints in English. */
export function leafletsOf(topics: readonly string[], asked: Asked, content: Content): Leaflet[] {
  const { style, paper } = asked;
  return topics.flatMap((id) => {
    const topic = content.topics.get(id);
    const language = topic === undefined ? undefined : languageOf(topic, asked.language, content);
    return language === undefined ? [] : [{ topic: id, language, style, paper }];
  });
}

function languageOf({ words }: TopicContent, wanted: string, content: Content): string | undefined {
  const known = [...words.keys()].filter((tag) => content.words.has(tag));
  return [wanted, wanted.split('-')[0], 'en'].find((tag) => known.includes(tag ?? '')) ?? known[0];
}
