/** The sets of a leaflet library -> what is wrong in them, held against the content. */

import { join } from 'node:path';
import type { Content } from '../domain/content.ts';
import { type Diagnostic, warningAt } from '../domain/diagnostic.ts';
import { type ContentFolders, unitNames, unitPath } from '../read/content-folders.ts';
import { readSet, setJobs } from '../read/leaflet-set.ts';

export async function checkSets(
  folders: ContentFolders,
  content: Content,
): Promise<{ looked: string; diagnostics: Diagnostic[] }> {
  const names = unitNames(folders, 'sets');
  const diagnostics: Diagnostic[] = [];
  for (const name of names) {
    const set = await readSet(unitPath(folders, join('sets', `${name}.yaml`)));
    diagnostics.push(...set.diagnostics);
    if (!set.ok) continue;
    const jobs = setJobs(set.value, content);
    diagnostics.push(...jobs.diagnostics);
    if (jobs.ok && jobs.value.length === 0)
      diagnostics.push(warningAt(set.value.place(['languages']), 'empty-set', ...isEmpty));
  }
  return { looked: `${names.length} ${names.length === 1 ? 'set' : 'sets'}`, diagnostics };
}

const isEmpty = [
  'This set gives no sheet: none of its topics is written in any of its languages',
  'Name other languages, or * for all',
] as const;
