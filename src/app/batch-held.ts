/** A row that is refused now -> the PDFs and archives of earlier runs that hold its sheet: removed where this run makes them anew, else named. */

import { rm, stat } from 'node:fs/promises';
import { isNumbered } from '../batch/numbered-files.ts';
import { removeFault } from '../deliver/whole-file.ts';
import type { BundleLine } from '../domain/manifest.ts';
import type { BatchRoom } from './batch-room.ts';
import { bundlePath, nameInManifest } from './bundle-file.ts';
import { momentNow } from './clock.ts';

type HeldRoom = Pick<BatchRoom, 'request' | 'bundles' | 'append'>;

/** Of a job, as much as a bundle keeps of each that it holds. */
export function jobMark(job: string): string {
  return job.slice(0, 16);
}

/** Paths of those that still lie there. */
export async function seeToBundles(job: string, room: HeldRoom): Promise<string[]> {
  const left: string[] = [];
  for (const [file, bundle] of room.bundles) {
    // One that does not tell may hold anybody's.
    if (bundle.jobs?.includes(jobMark(job)) === false) continue;
    const path = bundlePath(room.request.out, file);
    if ((await stat(path).catch(() => undefined))?.isFile() !== true) continue;
    // At once: a run that is cut off before it makes another must not leave it.
    const removed = isAskedFor(bundle, room) && (await removeBundle(bundle, room).catch(() => false));
    if (!removed) left.push(path);
  }
  return left;
}

function isAskedFor({ kind, file }: BundleLine, { request: { out, combine, zip } }: HeldRoom): boolean {
  if (kind === 'zip') return zip !== undefined && nameInManifest(out, zip) === file;
  return combine !== undefined && isNumbered(nameInManifest(out, combine), file);
}

/** Throws a Fault `write-failed`. */
export async function removeBundle({ file, sha256 }: BundleLine, room: HeldRoom): Promise<true> {
  const path = bundlePath(room.request.out, file);
  await rm(path, { force: true }).catch((cause: unknown) => {
    throw removeFault(path, cause);
  });
  room.bundles.delete(file);
  await room.append({ kind: 'purged', at: momentNow(), file, sha256 });
  return true;
}

/** Nothing may be in what was asked for: what lies there is of another run. Throws a Fault `write-failed`. */
export async function removeEmptied(path: string, room: HeldRoom): Promise<void> {
  const known = room.bundles.get(nameInManifest(room.request.out, path));
  if (known !== undefined) await removeBundle(known, room);
  else
    await rm(path, { force: true }).catch((cause: unknown) => {
      throw removeFault(path, cause);
    });
}
