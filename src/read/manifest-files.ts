/** Manifests -> what they say of each file: where it should lie, with which bytes, and whether it was purged. */

import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { BundleLine, MadeLine } from '../domain/manifest.ts';
import { type Damage, manifestLines } from './manifest-lines.ts';

export interface ListedFile extends Pick<MadeLine | BundleLine, 'at' | 'bytes' | 'sha256' | 'mtimeMs'> {
  readonly manifest: string;
  /** As the manifest has it: a whole path for what lies elsewhere. */
  readonly file: string;
  /** From where the manifest's own path starts. */
  readonly path: string;
  readonly job?: string;
}

export interface ListedFiles {
  /** By absolute path; what was purged is not among them. */
  readonly files: ReadonlyMap<string, ListedFile>;
  readonly purged: number;
  readonly damaged: readonly { readonly manifest: string; readonly lines: number }[];
}

/** In one manifest the last line of a file counts; of several manifests the latest. */
export async function manifestFiles(manifests: readonly string[]): Promise<ListedFiles> {
  const all = new Map<string, Told>();
  const damaged: { manifest: string; lines: number }[] = [];
  for (const manifest of manifests) {
    const damage: Damage = { lines: 0 };
    for (const [path, told] of await filesOf(manifest, damage)) {
      const before = all.get(path);
      if (before === undefined || before.at <= told.at) all.set(path, told);
    }
    if (damage.lines > 0) damaged.push({ manifest, lines: damage.lines });
  }
  const files = new Map<string, ListedFile>();
  for (const [path, { listed }] of all) if (listed !== undefined) files.set(path, listed);
  return { files, purged: all.size - files.size, damaged };
}

interface Told {
  readonly at: string;
  /** Absent for a file that was purged. */
  readonly listed?: ListedFile;
}

async function filesOf(manifest: string, damage: Damage): Promise<Map<string, Told>> {
  const told = new Map<string, Told>();
  const folder = dirname(manifest);
  for await (const { line } of manifestLines(manifest, damage)) {
    if (line.kind === 'refused' || line.kind === 'failed') continue;
    const { at, file } = line;
    const path = isAbsolute(file) ? file : join(folder, file);
    if (line.kind === 'purged') {
      told.set(resolve(path), { at });
      continue;
    }
    const { bytes, mtimeMs, sha256 } = line;
    const job = line.kind === 'made' ? { job: line.job } : {};
    told.set(resolve(path), { at, listed: { manifest, file, path, at, bytes, sha256, mtimeMs, ...job } });
  }
  return told;
}
