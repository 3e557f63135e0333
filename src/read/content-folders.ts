/** The shipped content and a clinic's own -> the files that count: a clinic's unit (a file, or a topic's folder) replaces ours. */

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface ContentFolders {
  /** Comes with the program; an update replaces it. */
  readonly shipped: string;
  /** Belongs to the clinic; an update never touches it. */
  readonly own?: string | undefined;
}

/** The path of a unit, such as `rulebook.yaml` or `topics/neck-pain`: the clinic's own when there is one. */
export function unitPath(folders: ContentFolders, unit: string): string {
  if (folders.own !== undefined) {
    const own = join(folders.own, unit);
    if (existsSync(own)) return own;
  }
  return join(folders.shipped, unit);
}

/** Names of the units in a folder of both, sorted; `.yaml` is cut off. */
export function unitNames(folders: ContentFolders, folder: string): string[] {
  const names = [folders.shipped, folders.own].flatMap((root) => {
    if (root === undefined) return [];
    const path = join(root, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
      if (entry.name.startsWith('.')) return [];
      // A link to a folder counts as the folder.
      if (statSync(join(path, entry.name), { throwIfNoEntry: false })?.isDirectory() === true)
        return [entry.name];
      return entry.name.endsWith('.yaml') ? [entry.name.slice(0, -'.yaml'.length)] : [];
    });
  });
  return [...new Set(names)].sort();
}

/** Language tags for which a folder holds words: every `.yaml` but its structure. */
export function languagesIn(folder: string, structure: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== structure)
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}
