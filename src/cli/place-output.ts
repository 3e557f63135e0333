/** A finished handout and `--out` -> where it went: a file, a file in a folder, or standard output. */

import { join } from 'node:path';
import { writeBeside, writeWhole } from '../deliver/whole-file.ts';
import { isFolder } from './checked-settings.ts';
import type { Terminal } from './terminal.ts';

/** Without `--out`, handouts go here. */
const defaultFolder = 'output/';

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
  return writeWhole(target, bytes);
}
