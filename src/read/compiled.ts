/** Files that rarely change -> their checked value from the last time, kept in the user's cache; anything changed makes it anew. */

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Kept copies: a clinic works with one or two sets of content. */
const mostCopies = 6;

/** SHA-256 (hex) over names and bytes of all files below the paths; a missing path counts as such. */
export function fingerprint(paths: readonly string[], salt: string): string {
  const hash = createHash('sha256').update(salt);
  for (const path of paths) addTo(hash, path);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  let stats: ReturnType<typeof statSync>;
  try {
    stats = statSync(path);
  } catch {
    hash.update(`missing ${path}\n`);
    return;
  }
  if (stats.isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
  } else if (stats.isFile()) {
    // A file too large to be content is refused by its reader; its size is enough to know it by.
    hash.update(`${path} ${stats.size}\n`);
    if (stats.size < 5_000_000) hash.update(readFileSync(path));
  }
}

/** The copy, or undefined when there is none that can be read. A cache never fails a job. */
export function readCopy<T>(folder: string, key: string): T | undefined {
  try {
    return JSON.parse(readFileSync(copyPath(folder, key), 'utf8')) as T;
  } catch {
    return undefined;
  }
}

/** Keeps a copy whole (written beside, then renamed) and forgets the oldest. */
export function keepCopy(folder: string, key: string, value: unknown): void {
  const temporary = join(folder, 'content', `.${process.pid}.part`);
  try {
    mkdirSync(join(folder, 'content'), { recursive: true, mode: 0o700 });
    writeFileSync(temporary, JSON.stringify(value), { mode: 0o600 });
    renameSync(temporary, copyPath(folder, key));
    forgetOldest(join(folder, 'content'));
  } catch {
    forget(temporary);
  }
}

function forget(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A cache that cannot be tidied is no reason to stop.
  }
}

function copyPath(folder: string, key: string): string {
  return join(folder, 'content', `${key}.json`);
}

function forgetOldest(folder: string): void {
  const copies = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { name } of copies.slice(mostCopies)) rmSync(join(folder, name), { force: true });
}
