/** The manifests of a folder -> what the last line of each job says. */

import { type BundleLine, isBundle, type KnownJob, type ManifestLine } from '../domain/manifest.ts';
import { type Damage, manifestLines } from './manifest-lines.ts';

export interface ReadManifest {
  /** By job key. */
  readonly jobs: ReadonlyMap<string, KnownJob>;
  /** By file. */
  readonly bundles: Map<string, BundleLine>;
  /** Lines that could not be read: their jobs are made again. */
  readonly damaged: number;
}

/** In one manifest the last line of a job counts, whatever the clock said; of several manifests the latest. */
export async function readManifest(paths: readonly string[]): Promise<ReadManifest> {
  const damage: Damage = { lines: 0 };
  const [first, ...others] = paths;
  const told: Map<string, BundleLine>[] = [];
  const jobs = first === undefined ? new Map<string, KnownJob>() : await jobsOf(first, told, damage);
  for (const path of others) {
    for (const [job, known] of await jobsOf(path, told, damage)) {
      const before = jobs.get(job);
      jobs.set(job, before === undefined ? known : laterOf(before, known));
    }
  }
  return { jobs, bundles: latestBundles(told), damaged: damage.lines };
}

async function jobsOf(
  path: string,
  told: Map<string, BundleLine>[],
  damage: Damage,
): Promise<Map<string, KnownJob>> {
  const jobs = new Map<string, KnownJob>();
  const bundles = new Map<string, BundleLine>();
  for await (const { line } of manifestLines(path, damage)) {
    noteBundle(bundles, line);
    noteLine(jobs, line);
  }
  told.push(bundles);
  return jobs;
}

/** The next line of one manifest. */
export function noteBundle(bundles: Map<string, BundleLine>, line: ManifestLine): void {
  if (isBundle(line)) bundles.set(line.file, line);
  else if (line.kind === 'purged') bundles.delete(line.file);
}

/** What several manifests say of each; one may be gone by now. */
export function latestBundles(told: readonly ReadonlyMap<string, BundleLine>[]): Map<string, BundleLine> {
  const latest = new Map<string, BundleLine>();
  for (const bundles of told)
    for (const [file, line] of bundles) {
      const before = latest.get(file);
      if (before === undefined || before.at <= line.at) latest.set(file, line);
    }
  return latest;
}

/** The next line of one manifest. */
export function noteLine(jobs: Map<string, KnownJob>, line: ManifestLine): void {
  if (isBundle(line) || line.job === undefined) return;
  const before = jobs.get(line.job);
  if (line.kind === 'purged' && before !== undefined && before.file !== line.file) {
    // An older file of the job, under another name, may go while the newer one stays.
    const older = before.older?.filter(({ file }) => file !== line.file);
    jobs.set(line.job, older === undefined ? before : { ...before, older });
    return;
  }
  if (line.kind === 'purged' && before === undefined) return;
  const known = knownOf(line);
  const gone = line.kind === 'purged' ? [line.file] : namesOf(known);
  jobs.set(line.job, before === undefined ? known : withOlder(known, before, gone));
}

/** What two manifests say of one job. */
export function laterOf(one: KnownJob, other: KnownJob): KnownJob {
  return one.at <= other.at ? withOlder(other, one) : withOlder(one, other);
}

/** Who is refused has no sheet any more, but what could not be removed. `gone`: files that are none of the older ones. */
function withOlder(known: KnownJob, before: KnownJob, gone = namesOf(known)): KnownJob {
  if (known.kind === 'refused') return known;
  const named = namesOf(before).map((file) => ({ file, at: before.at }));
  const all = [...(before.older ?? []), ...named, ...(known.older ?? [])];
  const older = new Map(all.filter(({ file }) => !gone.includes(file)).map((sheet) => [sheet.file, sheet]));
  return older.size === 0 ? known : { ...known, older: [...older.values()] };
}

function namesOf({ file, also = [] }: KnownJob): readonly string[] {
  return file === undefined ? also : [file, ...also];
}

function knownOf(line: Exclude<ManifestLine, BundleLine>): KnownJob {
  const { kind, at } = line;
  if (kind === 'purged') return { kind, at };
  if (kind !== 'made') {
    const older = kind === 'refused' && line.older !== undefined ? { older: line.older } : {};
    return { kind, at, ...(line.input === undefined ? {} : { input: line.input }), ...older };
  }
  const { input, file, also, bytes, pages, mtimeMs } = line;
  const more = { ...(also === undefined ? {} : { also }), ...(pages === undefined ? {} : { pages }) };
  return { kind, at, input, file, bytes, mtimeMs, ...more };
}
