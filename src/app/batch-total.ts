/** The sources of a batch -> about how many rows they have, counted before any is read. */

import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import type { Content } from '../domain/content.ts';
import { readSet, setJobs, setPath } from '../read/leaflet-set.ts';
import type { Settings } from '../settings.ts';

/** Undefined when one of them can't be counted: standard input, a pipe, a list in YAML or JSON. */
export async function batchTotal(
  sources: readonly string[],
  content: Content,
  settings: Settings,
): Promise<number | undefined> {
  let total = 0;
  for (const source of sources) {
    const set = setPath(source, settings.content);
    const count = set === undefined ? await rowsOf(source) : await jobsOf(set, content);
    if (count === undefined) return undefined;
    total += count;
  }
  return total;
}

async function jobsOf(set: string, content: Content): Promise<number | undefined> {
  const read = await readSet(set);
  const jobs = read.ok ? setJobs(read.value, content) : read;
  return jobs.ok ? jobs.value.length : undefined;
}

async function rowsOf(source: string): Promise<number | undefined> {
  const stats = source === '-' ? undefined : await stat(source).catch(() => undefined);
  if (stats?.isDirectory() === true)
    return (await readdir(source)).filter((name) => /^[^.].*\.(ya?ml|json)$/i.test(name)).length;
  if (stats?.isFile() !== true || /\.(ya?ml|json)$/i.test(source)) return undefined;
  const lines = await linesOf(source);
  return /\.(jsonl|ndjson)$/i.test(source) ? lines : Math.max(0, lines - 1);
}

/** A text of several lines in one cell counts for as many rows: it is an estimate. */
async function linesOf(path: string): Promise<number> {
  let lines = 0;
  let last = 0x0a;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, at + 1)) lines += 1;
    last = chunk.at(-1) ?? last;
  }
  return last === 0x0a ? lines : lines + 1;
}
