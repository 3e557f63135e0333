/** The manifests of a folder -> what the last line of each job says. */

import type { KnownCombined, KnownJob, ManifestLine } from '../domain/manifest.ts';
import { type Damage, manifestLines } from './manifest-lines.ts';

export interface ReadManifest {
  /** By job key. */
  readonly jobs: ReadonlyMap<string, KnownJob>;
  /** By file. */
  readonly combined: ReadonlyMap<string, KnownCombined>;
  /** Lines that could not be read: their jobs are made again. */
  readonly damaged: number;
}

/** In one manifest the last line of a job counts, whatever the clock said; of several manifests the latest. */
export async function readManifest(paths: readonly string[]): Promise<ReadManifest> {
  const damage: Damage = { lines: 0 };
  const [first, ...others] = paths;
  const combined = new Map<string, KnownCombined>();
  const jobs = first === undefined ? new Map<string, KnownJob>() : await jobsOf(first, combined, damage);
  for (const path of others) {
    for (const [job, known] of await jobsOf(path, combined, damage)) {
      const before = jobs.get(job);
      if (before === undefined || before.at <= known.at) jobs.set(job, known);
    }
  }
  return { jobs, combined, damaged: damage.lines };
}

async function jobsOf(
  path: string,
  combined: Map<string, KnownCombined>,
  damage: Damage,
): Promise<Map<string, KnownJob>> {
  const jobs = new Map<string, KnownJob>();
  for await (const { line } of manifestLines(path, damage)) {
    if (line.kind === 'combined') combined.set(line.file, line);
    if (line.kind === 'purged') combined.delete(line.file);
    if (line.kind === 'combined' || line.job === undefined) continue;
    // An older file of the job, under another name, may go while the newer one stays.
    if (line.kind === 'purged' && jobs.get(line.job)?.file !== line.file) continue;
    jobs.set(line.job, knownOf(line));
  }
  return jobs;
}

function knownOf(line: Exclude<ManifestLine, { kind: 'combined' }>): KnownJob {
  const { kind, at } = line;
  if (kind === 'purged') return { kind, at };
  if (kind !== 'made') return { kind, at, ...(line.input === undefined ? {} : { input: line.input }) };
  const { input, file, bytes, pages, mtimeMs } = line;
  return { kind, at, input, file, bytes, mtimeMs, ...(pages === undefined ? {} : { pages }) };
}
