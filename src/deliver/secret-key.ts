/** A path -> the 32 secret bytes kept there, made on first use: whole or not at all, and for their owner alone. */

import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../domain/fault.ts';
import { makeFolder, placeNew, writeFault } from './whole-file.ts';

export interface KeyWish {
  /** Made when it is not there. */
  readonly make: boolean;
  /** A key that was handed to a group of machines or to a container may be readable by its group. */
  readonly groupMayRead: boolean;
}

/** Undefined when it is not there and not to be made. Throws Faults `read-failed`, `write-failed`. */
export async function secretKey(path: string, wish: KeyWish): Promise<Buffer | undefined> {
  const key = await readKey(path, wish);
  if (key !== undefined || !wish.make) return key;
  await makeKey(path);
  return readKey(path, wish);
}

async function makeKey(path: string): Promise<void> {
  const part = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
  try {
    await makeFolder(dirname(path));
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(`${randomBytes(32).toString('hex')}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await placeNew(part, path);
  } catch (cause) {
    // Another process made it at the same moment: that one counts.
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw writeFault(path, cause);
  } finally {
    await rm(part, { force: true }).catch(() => undefined);
  }
}

async function readKey(path: string, wish: KeyWish): Promise<Buffer | undefined> {
  // Where the disk has no links, the name stands a moment before the key is in it.
  for (let tries = 1; ; tries += 1) {
    const text = await keyText(path, wish.groupMayRead);
    if (text === undefined) return undefined;
    if (/^[0-9a-f]{64}\s*$/.test(text)) return Buffer.from(text.trim(), 'hex');
    if (text !== '' || tries === 3) throw damaged(path);
    await sleep(100);
  }
}

async function keyText(path: string, groupMayRead: boolean): Promise<string | undefined> {
  try {
    const file = await open(path, 'r');
    try {
      const { mode } = await file.stat();
      if (process.platform !== 'win32' && (mode & (groupMayRead ? 0o027 : 0o077)) !== 0)
        throw new Fault('read-failed', `Others may read or change the key of the file names: ${path}`, {
          hint: `Run: chmod ${groupMayRead ? '640' : '600'} ${path}. If somebody may have seen it, remove it: all handouts are made again then, under other names`,
        });
      const start = Buffer.alloc(200);
      const { bytesRead } = await file.read(start, 0, start.length, 0);
      return start.toString('latin1', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const { code = 'unknown reason' } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new Fault('read-failed', `The key of the file names could not be read: ${path} (${code})`, {
      cause,
      hint: 'Give its owner the right to read it, or name another with HANDOUT_KEY_FILE',
    });
  }
}

function damaged(path: string): Fault {
  return new Fault(
    'read-failed',
    `The key of the file names is damaged: ${path} does not hold 64 hex digits`,
    {
      hint: 'Bring it back from a backup, or remove it: all handouts are made again then, under other names',
    },
  );
}
