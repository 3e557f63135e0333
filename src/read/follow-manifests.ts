/** Manifests that others write at the same time -> what the last line of each job says, kept up as they grow. */

import { open } from 'node:fs/promises';
import { Fault } from '../domain/fault.ts';
import { type BundleLine, type KnownJob, manifestLineSchema } from '../domain/manifest.ts';
import { laterOf, latestBundles, noteBundle, noteLine } from './read-manifest.ts';

export interface FollowedManifests {
  /** As if all had been read now. */
  known(job: string): KnownJob | undefined;
  /** By file. */
  bundles(): Map<string, BundleLine>;
  /** Whether there is such a manifest, so far. */
  has(path: string): boolean;
  /** Reads what has come since, of these manifests. Throws a Fault `read-failed`. */
  readMore(paths: readonly string[]): Promise<void>;
}

interface Followed {
  readonly inode: number;
  readonly offset: number;
  readonly jobs: Map<string, KnownJob>;
  readonly bundles: Map<string, BundleLine>;
}

const chunk = 1024 * 1024;

export function followManifests(): FollowedManifests {
  const followed = new Map<string, Followed>();
  let last: Promise<void> = Promise.resolve();
  const readMore = async (paths: readonly string[]) => {
    for (const path of paths) {
      const now = await linesFrom(path, followed.get(path));
      if (now !== undefined) followed.set(path, now);
    }
  };
  return {
    known: (job) => {
      const said = [...followed.values()].flatMap(({ jobs }) => jobs.get(job) ?? []);
      const [first, ...others] = said;
      return first === undefined ? undefined : others.reduce(laterOf, first);
    },
    bundles: () => latestBundles([...followed.values()].map(({ bundles }) => bundles)),
    has: (path) => followed.has(path),
    readMore: (paths) => {
      const next = last.then(() => readMore(paths));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

/** Whole lines only: one that is being written is read the next time. */
async function linesFrom(path: string, before: Followed | undefined): Promise<Followed | undefined> {
  try {
    const file = await open(path, 'r');
    try {
      const { ino, size } = await file.stat();
      // Another file, such as a merged one, is read from its start.
      const same = before !== undefined && before.inode === ino && before.offset <= size;
      const jobs = same ? before.jobs : new Map<string, KnownJob>();
      const bundles = same ? before.bundles : new Map<string, BundleLine>();
      let offset = same ? before.offset : 0;
      let rest = Buffer.alloc(0);
      while (offset + rest.length < size) {
        const bytes = Buffer.alloc(Math.min(chunk, size - offset - rest.length));
        const { bytesRead } = await file.read(bytes, 0, bytes.length, offset + rest.length);
        if (bytesRead === 0) break;
        rest = Buffer.concat([rest, bytes.subarray(0, bytesRead)]);
        const end = rest.lastIndexOf(0x0a) + 1;
        for (const text of rest.toString('utf8', 0, end).split('\n')) {
          const line = manifestLineSchema.safeParse(parsed(text));
          if (!line.success) continue;
          noteBundle(bundles, line.data);
          noteLine(jobs, line.data);
        }
        offset += end;
        rest = rest.subarray(end);
      }
      return { inode: ino, offset, jobs, bundles };
    } finally {
      await file.close();
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === undefined) throw cause;
    throw new Fault('read-failed', `The manifest could not be read: ${path} (${code})`, {
      cause,
      hint: 'Check that it is a file and that you may read it',
    });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
