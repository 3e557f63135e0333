/** Lines of a manifest -> its file: each whole, handed to the system at once, and on the disk soon. */

import { type FileHandle, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Fault } from '../domain/fault.ts';
import type { ManifestLine } from '../domain/manifest.ts';
import { makeFolder } from './whole-file.ts';

export interface ManifestWriter {
  /** When this returns, the line outlives the program, but not yet a loss of power. */
  append(line: ManifestLine): Promise<void>;
  /** When this returns, it outlives that too. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

interface Pace {
  /** Brought to the disk after so many lines, or so long after the first of them. */
  readonly lines: number;
  readonly afterMs: number;
}

/**
 * A power loss between costs what it took to make those handouts: a line that is lost is made again, and so is a file
 * whose line was kept. Throws a Fault `write-failed`, here and in each call.
 */
export async function openManifest(
  path: string,
  pace: Pace = { lines: 100, afterMs: 1000 },
): Promise<ManifestWriter> {
  const { file, torn } = await told(path, () => opened(path));
  let start = torn ? '\n' : '';
  let waiting = 0;
  let timer: NodeJS.Timeout | undefined;
  let syncing: Promise<void> | undefined;
  /** Told by the next call: a timer has nobody to tell. */
  let broken: unknown;

  const sync = async () => {
    clearTimeout(timer);
    timer = undefined;
    waiting = 0;
    await file.sync();
    await syncFolder(dirname(path));
    const [held, there] = await Promise.all([file.stat(), stat(path)]);
    if (held.ino !== there.ino || held.dev !== there.dev)
      throw Object.assign(new Error(), { code: 'replaced by another file' });
  };
  const soon = () => {
    syncing ??= sync()
      .catch((cause: unknown) => {
        broken ??= cause;
      })
      .finally(() => {
        syncing = undefined;
      });
  };
  const flush = () =>
    told(path, async () => {
      await syncing;
      if (broken !== undefined) throw broken;
      await sync();
    });

  return {
    append: (line) =>
      told(path, async () => {
        if (broken !== undefined) throw broken;
        const bytes = Buffer.from(`${start}${JSON.stringify(line)}\n`);
        start = '';
        // One call: the system puts no other's line into the middle of this one.
        const { bytesWritten } = await file.write(bytes).catch((cause: unknown) => {
          start = '\n';
          throw cause;
        });
        if (bytesWritten < bytes.length) {
          start = '\n';
          throw Object.assign(new Error(), { code: 'ENOSPC' });
        }
        waiting += 1;
        if (waiting >= pace.lines) soon();
        else timer ??= setTimeout(soon, pace.afterMs).unref();
      }),
    flush,
    close: async () => {
      try {
        await flush();
      } finally {
        clearTimeout(timer);
        await syncing;
        await file.close();
      }
    },
  };
}

/** A last line without an end was cut off when the power went: the next one must not be joined to it. */
async function opened(path: string): Promise<{ file: FileHandle; torn: boolean }> {
  await makeFolder(dirname(path));
  const file = await open(path, 'a+', 0o600);
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    return { file, torn: size > 0 && last[0] !== 0x0a };
  } catch (cause) {
    await file.close();
    throw cause;
  }
}

/** So that names stand after a loss of power; some systems can't, and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function told<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const { code = 'unknown reason' } = cause as NodeJS.ErrnoException;
    const full = code === 'ENOSPC' || code === 'EDQUOT';
    const why = full ? 'the disk is full' : code === 'ENOENT' ? 'it is gone' : code;
    throw new Fault('write-failed', `The manifest could not be written: ${path} (${why})`, {
      cause,
      hint: 'Mend that, then start the same batch again: it goes on where it stopped',
    });
  }
}
