/** A finished handout and `--out` -> where it went: a file, a file in a folder, or standard output. */

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeBeside, writeWhole } from '../deliver/whole-file.ts';
import { BadUsage } from './bad-usage.ts';
import { isFolder } from './checked-settings.ts';
import type { Terminal } from './terminal.ts';

/** A profile, say, named by mistake: only a PDF, a page of HTML or a handout as text may be replaced. */
function holdsSomethingElse(path: string): boolean {
  try {
    if (!statSync(path).isFile()) return false;
    const bytes = readFileSync(path);
    const start = bytes.subarray(0, 16).toString('latin1').trimStart().toLowerCase();
    if (start === '' || start.startsWith('%pdf') || start.startsWith('<!doctype')) return false;
    return !isHandoutText(bytes.toString('utf8'));
  } catch {
    // What is not there, or can't be read, is told when it is written.
    return false;
  }
}

/** A ruled title, and a content id at the very end. */
function isHandoutText(text: string): boolean {
  return /^[^\n]+\n=+\n/.test(text) && /\s[A-Z]\S*-[0-9A-F]{6}\n$/.test(text);
}

/** Without `--out`, handouts go here. */
export const defaultFolder = 'output/';

/** The path written, or undefined for standard output. A folder is made; in it, no other handout is replaced. */
export async function deliver(
  bytes: Uint8Array,
  fileName: string,
  out: string | undefined,
  terminal: Terminal,
): Promise<string | undefined> {
  if (out === '-') {
    await terminal.outBytes(bytes);
    return undefined;
  }
  const target = out ?? defaultFolder;
  if (/[\\/]$/.test(target) || isFolder(target)) {
    return writeBeside(join(target, fileName), bytes);
  }
  if (holdsSomethingElse(target)) {
    throw new BadUsage(
      `${target} is there, and is no handout`,
      'Give another name, or remove that file first',
    );
  }
  return writeWhole(target, bytes);
}
