/** What kept one file from being written, and its folder -> whether the next file has no better chance. */

import { randomBytes } from 'node:crypto';
import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Of a name: a folder stands there, or it is too long. */
const ofOneFile = new Set(['EISDIR', 'ERR_FS_EISDIR', 'ENAMETOOLONG']);
/** Of a file that another program holds open, or of the whole folder: it is tried. */
const ofEither = new Set(['EACCES', 'EPERM', 'EBUSY', 'EEXIST', 'ENOTEMPTY', 'ENOTDIR']);

export async function keepsAllOut(cause: unknown, folder: string): Promise<boolean> {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? '';
  if (ofOneFile.has(code)) return false;
  return !ofEither.has(code) || !(await takesMore(folder));
}

async function takesMore(folder: string): Promise<boolean> {
  const trial = join(folder, `.trial-${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(trial, { mode: 0o700 });
    await rmdir(trial);
    return true;
  } catch {
    return false;
  }
}
