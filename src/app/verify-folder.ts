/** A folder -> every file of its manifests held against the disk, byte by byte, and what lies there unlisted. */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { atWork } from '../deliver/workshop.ts';
import { handedOut } from '../read/handed-out.ts';
import { type ListedFile, type ListedFiles, manifestFiles } from '../read/manifest-files.ts';
import { notListed } from '../read/not-listed.ts';

export interface Verified {
  readonly ok: number;
  /** Paths. */
  readonly missing: readonly string[];
  readonly altered: readonly string[];
  /** Sheets and archives that no manifest tells of. */
  readonly unlisted: readonly string[];
  /** Other files that are none of a batch. */
  readonly strangers: readonly string[];
  /** Files and folders that may not be read. */
  readonly unread: readonly string[];
  readonly purged: number;
  readonly damaged: ListedFiles['damaged'];
  readonly manifests: readonly string[];
  /** A batch was at work meanwhile, so its newest sheets may seem unlisted or altered. */
  readonly atWork: boolean;
}

const atOnce = 4;

export async function verifyFolder(folder: string): Promise<Verified> {
  const found = handedOut([folder]);
  const manifests = found.records.filter((path) => basename(path).startsWith('manifest')).sort();
  const working = (await Promise.all(manifests.map(atWork))).some(Boolean);
  const { files, purged, damaged } = await manifestFiles(manifests);
  const results = { ok: [], missing: [], altered: [], unread: [] } as Record<State, string[]>;
  const waiting = files.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const listed of waiting) results[await stateOf(listed)].push(listed.path);
    }),
  );
  return {
    ok: results.ok.length,
    missing: results.missing.sort(),
    altered: results.altered.sort(),
    ...notListed(found, files),
    unread: [...found.unread, ...results.unread].sort(),
    purged,
    damaged,
    manifests,
    atWork: working,
  };
}

type State = 'ok' | 'missing' | 'altered' | 'unread';

async function stateOf({ path, bytes, sha256 }: ListedFile): Promise<State> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      size += chunk.length;
      hash.update(chunk);
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
    return code === 'EISDIR' ? 'altered' : 'unread';
  }
  return size === bytes && hash.digest('hex') === sha256 ? 'ok' : 'altered';
}
