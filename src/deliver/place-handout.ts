/** The bytes of a handout -> its file, whole, beside the manifest, and the facts that the manifest tells of it. */

import { createHash, randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { makeFolder, writeFault } from './whole-file.ts';
import type { Workshop } from './workshop.ts';

export interface Placed {
  readonly bytes: number;
  readonly sha256: string;
  readonly mtimeMs: number;
}

/** Replaces what stands at the path. Throws a Fault `write-failed`; nothing half-written stays behind. */
export async function placeHandout(workshop: Workshop, path: string, bytes: Uint8Array): Promise<Placed> {
  const part = join(workshop.folder, `${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}`);
  try {
    // Before any folder is made: one that vanished meanwhile is not put back, empty, in its place.
    const file = await open(part, 'wx', 0o600);
    let mtimeMs: number;
    try {
      await file.writeFile(bytes);
      await file.sync();
      ({ mtimeMs } = await file.stat());
    } finally {
      await file.close();
    }
    await makeFolder(dirname(path));
    await rename(part, path);
    return { bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex'), mtimeMs };
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined);
    throw writeFault(path, cause);
  }
}
