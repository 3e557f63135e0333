/** Folders -> the files of records, the sheets and whatever else lies in them, at any depth. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface HandedOut {
  readonly records: readonly string[];
  readonly sheets: readonly string[];
  /** Other files, but for hidden ones: an archive may hold sheets too. */
  readonly others: readonly string[];
  /** Folders that may not be looked into. */
  readonly unread: readonly string[];
}

/** Each shard of a batch has a manifest of its own. */
const recordFile = /^(records|manifest(-\d+-of-\d+|-worker-\d+)?)\.jsonl$/;

/** Links to folders are not followed: they may lead round in a ring. */
export function handedOut(folders: readonly string[]): HandedOut {
  const found = {
    records: new Set<string>(),
    sheets: new Set<string>(),
    others: new Set<string>(),
    unread: new Set<string>(),
  };
  const hidden = new Set<string>();
  const waiting = [...folders];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = entriesOf(folder);
    if (entries === undefined) found.unread.add(folder);
    for (const entry of entries ?? []) {
      const path = join(folder, entry.name);
      if (hidden.has(folder) || entry.name.startsWith('.')) hidden.add(path);
      if (entry.isDirectory()) waiting.push(path);
      else if (recordFile.test(entry.name)) found.records.add(path);
      else if (/\.(pdf|html)$/i.test(entry.name)) found.sheets.add(path);
      else if (!hidden.has(path)) found.others.add(path);
    }
  }
  return {
    records: [...found.records],
    sheets: [...found.sheets].sort(),
    others: [...found.others].sort(),
    unread: [...found.unread],
  };
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}
