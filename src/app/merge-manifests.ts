/** The manifests of shards -> one that tells what they tell, the latest line of each job last; or why they don't fit. */

import { createHash } from 'node:crypto';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { openWorkshop } from '../deliver/workshop.ts';
import { writeLines } from '../deliver/write-lines.ts';
import { isBundle, type ManifestLine } from '../domain/manifest.ts';
import { type Damage, manifestLines } from '../read/manifest-lines.ts';

export type Merged =
  | {
      readonly ok: true;
      readonly jobs: number;
      readonly lines: number;
      readonly damaged: number;
    }
  | { readonly ok: false; readonly problems: readonly string[]; readonly hint: string };

interface Last {
  readonly source: number;
  /** Counted among the lines that could be read. */
  readonly index: number;
  readonly at: string;
  readonly file?: string;
  /** Of a file that was made. */
  readonly sha256?: string;
}

/**
 * Lines on sheets that were made before stay, so that they can be recalled. `newest`: of two different files for one
 * job the later counts. Throws Faults `in-use`, `read-failed`, `write-failed`.
 */
export async function mergeManifests(
  out: string,
  inputs: readonly string[],
  newest: boolean,
): Promise<Merged> {
  const last = new Map<string, Last>();
  const differ: string[] = [];
  const keys = new Map<string, string>();
  const damage: Damage = { lines: 0 };
  const outside = inputs.find((input) => relocated('x', input, out) === undefined);
  if (outside !== undefined)
    return {
      ok: false,
      problems: [`${outside} does not lie in the folder of ${out}, so neither do its files`],
      hint: 'Write the merged manifest into the folder that holds those of all shards',
    };
  for (const [source, input] of inputs.entries()) {
    for (const [job, mine] of await lastLines(input, source, keys, damage)) {
      const other = last.get(job);
      if (other?.sha256 !== undefined && mine.sha256 !== undefined && other.sha256 !== mine.sha256)
        differ.push(`job ${job}: ${inputs[other.source]} and ${input} tell of different files`);
      if (other === undefined || other.at <= mine.at) last.set(job, mine);
    }
  }
  if (keys.size > 1)
    return {
      ok: false,
      problems: [`made with different keys: ${[...keys.values()].join(', ')}`],
      hint: 'Jobs may have been left out or made twice: give all machines one key (HANDOUT_KEY_FILE) and make the shards again',
    };
  if (differ.length > 0 && !newest)
    return {
      ok: false,
      problems: differ,
      hint: 'Were they made from different rosters, or with another number of shards? --newest takes the later of each',
    };
  const workshop = await openWorkshop(out);
  try {
    let lines = 0;
    const counted = async function* () {
      for await (const text of mergedLines(out, inputs, last)) {
        lines += 1;
        yield text;
      }
    };
    await writeLines(workshop, out, counted());
    return { ok: true, jobs: last.size, lines, damaged: damage.lines };
  } finally {
    await workshop.close();
  }
}

async function lastLines(
  input: string,
  source: number,
  keys: Map<string, string>,
  damage: Damage,
): Promise<Map<string, Last>> {
  const last = new Map<string, Last>();
  let index = -1;
  for await (const { line } of manifestLines(input, damage)) {
    index += 1;
    if (isBundle(line) || line.job === undefined) continue;
    if (line.kind === 'purged') {
      if (last.get(line.job)?.file === line.file)
        last.set(line.job, { source, index, at: line.at, file: line.file });
      continue;
    }
    if (line.key !== undefined && !keys.has(line.key)) keys.set(line.key, input);
    const made = line.kind === 'made' ? { file: line.file, sha256: line.sha256 } : {};
    last.set(line.job, { source, index, at: line.at, ...made });
  }
  return last;
}

/** First what was before, in the order of the shards, then the last line of each job; the same line once. */
async function* mergedLines(
  out: string,
  inputs: readonly string[],
  last: ReadonlyMap<string, Last>,
): AsyncGenerator<string> {
  const told = new Set<string>();
  for (const wanted of ['before', 'last']) {
    for (const [source, input] of inputs.entries()) {
      let index = -1;
      for await (const { line } of manifestLines(input, { lines: 0 })) {
        index += 1;
        const winner = isBundle(line) || line.job === undefined ? undefined : last.get(line.job);
        const isLast = winner?.source === source && winner.index === index;
        if (isLast !== (wanted === 'last')) continue;
        // That a job failed before it was made is of no use to anyone.
        if (!isLast && winner !== undefined && (line.kind === 'failed' || line.kind === 'refused')) continue;
        // The same line, of a manifest that was merged before.
        if (!isLast && winner?.at === line.at && 'file' in line && winner.file === line.file) continue;
        const text = JSON.stringify(moved(line, input, out));
        const mark = createHash('sha256').update(text).digest('base64').slice(0, 16);
        if (wanted === 'before') {
          if (told.has(mark)) continue;
          told.add(mark);
        }
        yield text;
      }
    }
  }
}

function moved(line: ManifestLine, from: string, out: string): ManifestLine {
  // What was made together may lie elsewhere, wherever the manifest goes.
  const to = (file: string) => (isAbsolute(file) ? file : (relocated(file, from, out) ?? file));
  if (line.kind === 'refused' || line.kind === 'failed') {
    const older = line.older?.map((sheet) => ({ ...sheet, file: to(sheet.file) }));
    return older === undefined ? line : { ...line, older };
  }
  const also = line.kind === 'made' ? line.also?.map(to) : undefined;
  return { ...line, file: to(line.file), ...(also === undefined ? {} : { also }) };
}

/** A file of one manifest, as seen from the folder of another; undefined when it lies outside. */
function relocated(file: string, from: string, out: string): string | undefined {
  const path = relative(dirname(resolve(out)), join(dirname(resolve(from)), file));
  return path.startsWith(`..${sep}`) || resolve(path) === path ? undefined : path.split(sep).join('/');
}
