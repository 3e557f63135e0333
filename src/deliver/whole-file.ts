/** Bytes and a path -> the file, whole or not at all: written beside it, synced, then renamed over. */

import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { Fault } from '../domain/fault.ts';

interface Modes {
  readonly file: number;
  readonly folder: number;
}

/** A handout tells about a patient: only its owner may read it. */
const ownerOnly: Modes = { file: 0o600, folder: 0o700 };

/** Content is for everyone who makes handouts: as the user's own mask has it. */
export const contentModes: Modes = { file: 0o666, folder: 0o777 };

/** Replaces what stands at the path. Throws a Fault `write-failed`; nothing half-written stays behind. */
export async function writeWhole(
  path: string,
  bytes: Uint8Array | string,
  modes: Modes = ownerOnly,
): Promise<string> {
  const target = await realTarget(path);
  if (target.special) return writeThrough(path, bytes);
  const replace = (temporary: string) => rename(temporary, target.path).then(() => target.path);
  await placed(target.path, bytes, replace, modes);
  return path;
}

/** Behind a link its real file is replaced, not the link; a device or a pipe is written to as it is. */
async function realTarget(path: string): Promise<{ path: string; special: boolean }> {
  try {
    const stats = await stat(path);
    return { path: await realpath(path), special: !stats.isFile() && !stats.isDirectory() };
  } catch {
    return { path, special: false };
  }
}

async function writeThrough(path: string, bytes: Uint8Array | string): Promise<string> {
  try {
    await writeFile(path, bytes);
    return path;
  } catch (cause) {
    throw writeFault(path, cause);
  }
}

/** Level by level: where the system has virtual folders, making all levels at once may never end. */
export async function makeFolder(path: string, mode: number = ownerOnly.folder): Promise<void> {
  if (
    await stat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    )
  )
    return;
  if (dirname(path) !== path) await makeFolder(dirname(path), mode);
  await mkdir(path, { mode }).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause;
  });
}

/**
 * Never replaces a file with other bytes in it: `name.pdf`, then `name_2.pdf` and so on; a file that already holds
 * these bytes is kept as it is.
 */
export async function writeBeside(path: string, bytes: Uint8Array | string): Promise<string> {
  const end = extname(path);
  const stem = path.slice(0, path.length - end.length);
  return placed(path, bytes, async (temporary) => {
    for (let count = 1; ; count += 1) {
      const wanted = count === 1 ? path : `${stem}_${count}${end}`;
      if (await holds(wanted, bytes)) return wanted;
      try {
        await placeNew(temporary, wanted);
        return wanted;
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
      }
    }
  });
}

/** Fails when the name is taken, also by a process that runs at the same time. */
export async function placeNew(temporary: string, wanted: string): Promise<void> {
  try {
    await link(temporary, wanted);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined || !['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(code)) throw cause;
    // Some sticks and network shares have no links: the name is taken first, then replaced.
    await (await open(wanted, 'wx', ownerOnly.file)).close();
    await rename(temporary, wanted);
  }
}

async function placed(
  path: string,
  bytes: Uint8Array | string,
  place: (temporary: string) => Promise<string>,
  modes: Modes = ownerOnly,
): Promise<string> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
  try {
    await makeFolder(folder, modes.folder);
    const file = await open(temporary, 'wx', modes.file);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    return await place(temporary);
  } catch (cause) {
    throw writeFault(path, cause);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** What kept a file from being written, in words. */
export function writeFault(path: string, cause: unknown): Fault {
  return new Fault('write-failed', `The file could not be written: ${path} (${reason(cause)})`, {
    cause,
    hint: 'Check that the folder exists, that you may write there, and that the disk is not full',
  });
}

export function removeFault(path: string, cause: unknown): Fault {
  return new Fault('write-failed', `The file could not be removed: ${path} (${reason(cause)})`, {
    cause,
    hint: 'It may hold what must not be handed out: close what has it open, and remove it by hand',
  });
}

async function holds(path: string, bytes: Uint8Array | string): Promise<boolean> {
  try {
    return Buffer.from(bytes).equals(await readFile(path));
  } catch {
    return false;
  }
}

function reason(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'no permission';
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'EDQUOT') return 'your share of the disk is used up';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'a file stands where a folder should be';
  if (code === 'EISDIR' || code === 'ERR_FS_EISDIR') return 'it is a folder';
  if (code === 'ENOENT') return 'its folder is gone';
  return code ?? 'unknown reason';
}
