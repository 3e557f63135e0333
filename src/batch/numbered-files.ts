/** A file's name and how many files there are -> their names: as given, or with numbers when there are several. */

import { basename, dirname, extname, join } from 'node:path';

/** `all.pdf`, or `all-001.pdf`, `all-002.pdf` and so on. */
export function numberedFiles(path: string, count: number): string[] {
  if (count === 1) return [path];
  return Array.from({ length: count }, (_, index) => withEnd(path, `-${String(index + 1).padStart(3, '0')}`));
}

/** Whether a file may be one that `numberedFiles` named, in a run with more or fewer of them. */
export function isNumbered(path: string, file: string): boolean {
  const end = extname(path);
  const stem = basename(path, end);
  const name = basename(file);
  if (dirname(join(path)) !== dirname(join(file)) || !name.startsWith(stem) || !name.endsWith(end))
    return false;
  return /^(-\d{3,})?$/.test(name.slice(stem.length, name.length - end.length));
}

function withEnd(path: string, number: string): string {
  const end = extname(path);
  return join(dirname(path), `${basename(path, end)}${number}${end}`);
}
