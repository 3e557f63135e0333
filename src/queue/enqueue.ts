/** Rows and a queue -> a job for each row that waits nowhere yet; what is wrong with the others is told. */

import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Job, Queue } from 'bullmq';
import type { Asked } from '../app/settle-profile.ts';
import { jobKey, keyName } from '../batch/job-key.ts';
import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
import type { RosterEntry } from '../domain/job.ts';
import { idOf } from './roster-rows.ts';
import type { Wanted } from './wanted.ts';

export interface Enqueued {
  /** Rows that were added. */
  readonly added: number;
  /** Rows that waited already, or are being made. */
  readonly waiting: number;
}

export interface OpenSource {
  /** As every worker finds it. */
  readonly source: string;
  readonly rows: AsyncIterable<RosterEntry>;
}

const chunk = 200;
/** Of failures, so that Redis does not grow for ever; the manifest keeps them all. */
const keptFailures = { age: 30 * 24 * 3600, count: 10_000 };

/**
 * A row is known by the key of its id: while it waits, adding it again only renews what was asked for; while it is
 * being made, it is made once more afterwards, since it may have changed since it was read. So of one row there is
 * never more than one in the making, and the last word counts.
 */
export async function enqueueRows(
  sources: readonly OpenSource[],
  { topics, language, date }: Asked,
  queue: Queue,
  key: Uint8Array,
  wrong: (place: Place, diagnostics: readonly Diagnostic[]) => void,
): Promise<Enqueued> {
  const counts = { added: 0, waiting: 0 };
  const failures = await failuresByRow(queue);
  const seen = new Set<string>();
  let some: Wanted[] = [];
  const flush = async () => {
    const added = await addAll(some, queue);
    counts.added += added;
    counts.waiting += some.length - added;
    // What is asked for anew is not a failure any more.
    for (const { job } of some) for (const old of failures.get(job) ?? []) await old.remove();
    some = [];
  };
  for (const { source, rows } of sources) {
    for await (const row of rows) {
      const place = row.ok ? row.job.place : row.place;
      if (!row.ok) wrong(place, row.diagnostics);
      const id = idOf(row);
      // One whose id is known goes the same way as the others: the manifest is to tell of it.
      if (id === undefined) continue;
      const job = jobKey(key, id);
      if (seen.has(job)) {
        // A wrong row was told.
        if (row.ok) wrong(place, [errorAt(place, 'id-twice', ...twice)]);
        continue;
      }
      seen.add(job);
      some.push({
        job,
        key: keyName(key),
        source,
        ...(place.line === undefined ? {} : { row: place.line }),
        ...(topics === undefined ? {} : { topics: [...topics] }),
        ...(language === undefined ? {} : { language }),
        ...(date === undefined ? {} : { date }),
      });
      if (some.length === chunk) await flush();
    }
  }
  if (some.length > 0) await flush();
  return counts;
}

const twice = [
  'This id stands in another of these rosters already',
  'Give each handout an id of its own, or remove one of them',
] as const;

async function addAll(some: readonly Wanted[], queue: Queue): Promise<number> {
  const asked = some.map((data) => ({
    name: 'handout',
    data,
    opts: {
      jobId: `${data.job}-${randomBytes(6).toString('hex')}`,
      deduplication: { id: data.job, keepLastIfActive: true },
      removeOnComplete: true,
      removeOnFail: keptFailures,
      // Where in the program it failed is of no use there.
      stackTraceLimit: 0,
    },
  }));
  const got = await queue.addBulk(asked);
  let added = 0;
  for (const [index, { id }] of got.entries()) {
    const mine = asked[index];
    if (mine === undefined || id === undefined) continue;
    if (id === mine.opts.jobId) added += 1;
    else if (await renewed(id, mine.data, queue)) await queue.addBulk([mine]);
  }
  return added;
}

/** True when it was begun at that very moment: then it is to be added once more. */
async function renewed(id: string, data: Wanted, queue: Queue): Promise<boolean> {
  const there = await queue.getJob(id);
  if (there === undefined) return true;
  if (isDeepStrictEqual(there.data, data)) return false;
  if ((await there.getState()) === 'active') return false;
  await there.updateData(data);
  return (await there.getState()) === 'active';
}

async function failuresByRow(queue: Queue): Promise<Map<string, Job[]>> {
  const failures = new Map<string, Job[]>();
  for (const job of await queue.getFailed()) {
    const row = String((job.data as Partial<Wanted>).job);
    failures.set(row, [...(failures.get(row) ?? []), job]);
  }
  return failures;
}
