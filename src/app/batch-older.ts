/** What the manifest knows of a job -> its sheets of earlier runs that still lie there: told, or removed. */

import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFault } from '../deliver/whole-file.ts';
import type { KnownJob, OlderSheet } from '../domain/manifest.ts';
import type { BatchRoom } from './batch-room.ts';
import { momentNow } from './clock.ts';

/** By name, with the moment at which each was made. */
export async function olderSheets(job: string, { known, request }: BatchRoom): Promise<OlderSheet[]> {
  const there = await Promise.all(
    named(known.get(job)).map(async (sheet) => {
      const stats = await stat(join(request.out, sheet.file)).catch(() => undefined);
      return stats?.isFile() === true ? [sheet] : [];
    }),
  );
  return there.flat();
}

/** `also`: names by code, each of which is a job of its own in the manifest. Throws a Fault `write-failed`. */
export async function removeOlder(
  job: string,
  also: readonly { readonly file: string; readonly job: string }[],
  room: BatchRoom,
): Promise<void> {
  const own = named(room.known.get(job)).map(({ file }) => ({ file, job }));
  if (own.length === 0) return;
  for (const sheet of [...own, ...also]) {
    const path = join(room.request.out, sheet.file);
    await rm(path, { force: true }).catch((cause: unknown) => {
      throw writeFault(path, cause);
    });
    await room.append({ kind: 'purged', at: momentNow(), ...sheet });
  }
}

function named(known: KnownJob | undefined): OlderSheet[] {
  if (known === undefined) return [];
  const own = known.file === undefined ? [] : [{ file: known.file, at: known.at }];
  return [...own, ...(known.older ?? [])];
}
