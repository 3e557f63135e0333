/** A set's name or path -> the set, and the jobs that it stands for: one for each combination that exists. */

import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Content, TopicContent } from '../domain/content.ts';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import type { Job } from '../domain/job.ts';
import { type LeafletSet, leafletSetSchema } from '../domain/leaflet-set.ts';
import { nearestName } from '../domain/nearest-name.ts';
import { type Outcome, settle } from '../domain/outcome.ts';
import type { Profile } from '../domain/profile.ts';
import { type ContentFolders, unitNames, unitPath } from './content-folders.ts';
import { type Located, readLocated } from './located.ts';

/** The file of a set when a source of a batch names one: by its id, or as a YAML file in a folder `sets/`. */
export function setPath(source: string, folders: ContentFolders): string | undefined {
  if (/\.ya?ml$/i.test(source) && basename(dirname(resolve(source))) === 'sets') return source;
  const isId = unitNames(folders, 'sets').includes(source) && !existsSync(source);
  return isId ? unitPath(folders, join('sets', `${source}.yaml`)) : undefined;
}

export function readSet(path: string): Promise<Outcome<Located<LeafletSet>>> {
  return readLocated(path, leafletSetSchema);
}

/** In the order in which the set is written: topic, language, style, paper. */
export function setJobs(set: Located<LeafletSet>, content: Content): Outcome<Job[]> {
  const { value } = set;
  const problems: Diagnostic[] = [];
  if (value.together) problems.push(errorAt(set.place(['together']), 'no-packets', ...noPackets));
  const topics = chosen(value.topics, [...content.topics.keys()], (id, index, known) =>
    problems.push(unknown(set, ['topics', index], 'topic', id, known)),
  ).flatMap((id) => content.topics.get(id) ?? []);
  const written = (topic: TopicContent) => [...topic.words.keys()].filter((tag) => content.words.has(tag));
  const languages = chosen(value.languages, [...new Set(topics.flatMap(written))], (tag, index, known) =>
    problems.push(unknown(set, ['languages', index], 'language', tag, known)),
  );
  const jobs = topics.flatMap((topic) =>
    languages
      .filter((language) => written(topic).includes(language))
      .flatMap((language) =>
        [...new Set(value.styles)].flatMap((style) =>
          [...new Set(value.papers)].map(
            (paper): Job => ({
              id: `${topic.topic.id}.${language}.${style}.${paper}`,
              place: { file: set.file },
              profile: { ...anybody, language, topics: [topic.topic.id], style },
              paper,
            }),
          ),
        ),
      ),
  );
  return settle(jobs, problems);
}

/** Nothing is known, so that the sheet is as careful as it can be. */
const anybody: Profile = {
  patient: {},
  language: 'en',
  topics: [],
  factors: {},
  warningSigns: [],
  visit: { codes: [] },
  clinicianSays: {},
  style: 'standard',
};

const noPackets = [
  'A packet of several topics can not be made yet',
  'Write `together: false`: one handout for each topic',
] as const;

function chosen(
  names: readonly string[],
  known: readonly string[],
  complain: (name: string, index: number, known: readonly string[]) => void,
): string[] {
  const all = names.flatMap((name, index) => {
    if (name === '*') return known;
    if (known.includes(name)) return [name];
    complain(name, index, known);
    return [];
  });
  return [...new Set(all)];
}

function unknown(
  set: Located<LeafletSet>,
  path: readonly (string | number)[],
  what: string,
  name: string,
  known: readonly string[],
): Diagnostic {
  const near = nearestName(name, known);
  const hint = near === undefined ? `Use * or: ${known.join(', ')}` : `Did you mean \`${near}\`?`;
  return errorAt(set.place(path), `unknown-${what}`, `There is no ${what} \`${name}\``, hint);
}
