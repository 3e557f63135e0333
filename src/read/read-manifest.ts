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
      jobs.set(job, before === undefined ? known : laterOf(before, known));
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
    noteLine(jobs, line);
  }
  return jobs;
}

/** The next line of one manifest. */
export function noteLine(jobs: Map<string, KnownJob>, line: ManifestLine): void {
  if (line.kind === 'combined' || line.job === undefined) return;
  const before = jobs.get(line.job);
  if (line.kind === 'purged' && before !== undefined && before.file !== line.file) {
    // An older file of the job, under another name, may go while the newer one stays.
    const older = before.older?.filter(({ file }) => file !== line.file);
    jobs.set(line.job, older === undefined ? before : { ...before, older });
    return;
  }
  if (line.kind === 'purged' && before === undefined) return;
  const known = knownOf(line);
  const gone = line.kind === 'purged' ? line.file : known.file;
  jobs.set(line.job, before === undefined ? known : withOlder(known, before, gone));
}

/** What two manifests say of one job. */
export function laterOf(one: KnownJob, other: KnownJob): KnownJob {
  return one.at <= other.at ? withOlder(other, one) : withOlder(one, other);
}

/** Who is refused has no sheet any more. `gone`: a file that is none of the older ones. */
function withOlder(known: KnownJob, before: KnownJob, gone = known.file): KnownJob {
  if (known.kind === 'refused') return known;
  const named = before.file === undefined ? [] : [{ file: before.file, at: before.at }];
  const all = [...(before.older ?? []), ...named, ...(known.older ?? [])];
  const older = new Map(all.filter(({ file }) => file !== gone).map((sheet) => [sheet.file, sheet]));
  return older.size === 0 ? known : { ...known, older: [...older.values()] };
}

function knownOf(line: Exclude<ManifestLine, { kind: 'combined' }>): KnownJob {
  const { kind, at } = line;
  if (kind === 'purged') return { kind, at };
  if (kind !== 'made') return { kind, at, ...(line.input === undefined ? {} : { input: line.input }) };
  const { input, file, bytes, pages, mtimeMs } = line;
  return { kind, at, input, file, bytes, mtimeMs, ...(pages === undefined ? {} : { pages }) };
}
