/** A folder and a moment -> the handouts of its manifests from before are gone, and the manifests say so. */

import { createHash } from 'node:crypto';
import { lstat, readFile, realpath, unlink } from 'node:fs/promises';
import { basename, dirname, isAbsolute, resolve, sep } from 'node:path';
import { openManifest } from '../deliver/append-manifest.ts';
import { openWorkshop } from '../deliver/workshop.ts';
import { Fault } from '../domain/fault.ts';
import { handedOut } from '../read/handed-out.ts';
import { type ListedFile, manifestFiles } from '../read/manifest-files.ts';
import { notListed } from '../read/not-listed.ts';

export interface PurgeWish {
  /** ISO, UTC: what was made before goes. */
  readonly before: string;
  readonly moment: string;
  readonly dryRun: boolean;
  readonly signal?: AbortSignal;
}

export interface Purged {
  /** Paths; with `dryRun` those that would go. */
  readonly removed: readonly string[];
  /** Noted as purged; somebody had removed them before. */
  readonly gone: readonly string[];
  /** Left: other bytes lie there now, or it is no plain file of this folder, or may not be removed. */
  readonly left: readonly string[];
  readonly kept: number;
  /** Files that no manifest tells of, such as an archive: they are never purged. */
  readonly unknown: readonly string[];
  readonly manifests: number;
}

/** Throws Faults `in-use`, `interrupted`, `write-failed`, `read-failed`. */
export async function purgeFolder(folder: string, wish: PurgeWish): Promise<Purged> {
  const found = handedOut([folder]);
  const manifests = found.records.filter((path) => basename(path).startsWith('manifest')).sort();
  const { files } = await manifestFiles(manifests);
  const old = [...files.values()].filter(({ at }) => at < wish.before);
  const done = { removed: [] as string[], gone: [] as string[], left: [] as string[] };
  for (const manifest of manifests) {
    const ofIt = old.filter((listed) => listed.manifest === manifest);
    if (ofIt.length === 0) continue;
    if (wish.dryRun) for (const listed of ofIt) done[await fateOf(listed)].push(listed.path);
    else await purgeManifest(manifest, ofIt, wish, done);
  }
  const { unlisted, strangers } = notListed(found, files);
  return {
    ...done,
    kept: files.size - old.length,
    unknown: [...unlisted, ...strangers],
    manifests: manifests.length,
  };
}

type Fate = 'removed' | 'gone' | 'left';

async function purgeManifest(
  manifest: string,
  old: readonly ListedFile[],
  { moment, signal }: PurgeWish,
  done: Record<Fate, string[]>,
): Promise<void> {
  const workshop = await openWorkshop(manifest, signal === undefined ? {} : { signal });
  try {
    // A batch that ended since may have made some of them again.
    const { files } = await manifestFiles([manifest]);
    const writer = await openManifest(manifest);
    try {
      for (const listed of old) {
        if (signal?.aborted === true) break;
        if (files.get(resolve(listed.path))?.at !== listed.at) continue;
        let fate = await fateOf(listed);
        // The file goes first: a loss of power leaves a line without a file, and the next purge puts that right.
        if (fate === 'removed') fate = await removed(listed.path);
        done[fate].push(listed.path);
        const { file, sha256, job } = listed;
        if (fate !== 'left')
          await writer.append({
            kind: 'purged',
            at: moment,
            ...(job === undefined ? {} : { job }),
            file,
            sha256,
          });
      }
    } finally {
      await writer.close();
    }
  } finally {
    await workshop.close();
  }
  if (signal?.aborted === true) throw new Fault('interrupted', 'Interrupted');
}

async function removed(path: string): Promise<Fate> {
  try {
    await unlink(path);
    return 'removed';
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : 'left';
  }
}

/** Nothing goes but the very bytes that the manifest tells of: in the manifest's own folder, or a bundle that was put elsewhere. */
async function fateOf({ path, file, manifest, bytes, mtimeMs, sha256 }: ListedFile): Promise<Fate> {
  try {
    const stats = await lstat(path);
    if (!stats.isFile() || stats.size !== bytes) return 'left';
    if (!isAbsolute(file)) {
      const home = await realpath(dirname(manifest));
      const parent = await realpath(dirname(path));
      if (parent !== home && !parent.startsWith(home.endsWith(sep) ? home : `${home}${sep}`)) return 'left';
      if (stats.mtimeMs === mtimeMs) return 'removed';
    }
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex') === sha256
      ? 'removed'
      : 'left';
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'gone';
    return 'left';
  }
}
