/** A queue -> how many rows wait, are being made and failed, and where those stand. */

import { basename } from 'node:path';
import type { Job, Queue } from 'bullmq';
import type { BatchResult } from '../app/batch-room.ts';
import { missedSchema, wantedSchema } from './wanted.ts';

export interface QueueState {
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
  /** The latest. */
  readonly failures: readonly BatchResult[];
}

const mostListed = 50;

export async function queueState(queue: Queue): Promise<QueueState> {
  const counts = await countsOf(queue);
  const failures = await queue.getFailed(0, mostListed - 1);
  return { ...counts, failures: failures.map((job) => failureOf(job)) };
}

/** Those that are being made too. */
export async function rowsLeft(queue: Queue): Promise<number> {
  const { waiting, active } = await countsOf(queue);
  return waiting + active;
}

async function countsOf(queue: Queue): Promise<Omit<QueueState, 'failures'>> {
  const counts = await queue.getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'failed');
  const of = (name: string) => counts[name] ?? 0;
  return {
    waiting: of('waiting') + of('prioritized') + of('delayed'),
    active: of('active'),
    failed: of('failed'),
  };
}

/** Of a worker's own words only those that it is known to write are shown. */
export function failureOf(job: Job): BatchResult {
  const wanted = wantedSchema.safeParse(job.data);
  const source = wanted.success ? wanted.data.source : 'unknown';
  const line = wanted.success ? wanted.data.row : undefined;
  const place = { file: source, ...(line === undefined ? {} : { line }) };
  const missed = missedSchema.safeParse(parsed(job.failedReason));
  if (!missed.success)
    return {
      state: 'failed',
      place,
      diagnostics: [
        {
          severity: 'error',
          ...place,
          code: 'worker-died',
          message: 'Each worker that began this row died, or was silent for too long',
          hint: 'Make this row alone with `handout batch`, and watch memory; enqueue it again to try once more',
        },
      ],
    };
  const { state, code, column } = missed.data;
  const message = `Why stands in the manifest, and was told by the worker that tried ${basename(source)}`;
  return {
    state,
    place,
    ...(column === undefined ? {} : { column }),
    diagnostics: [{ severity: 'error', ...place, code, message }],
  };
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
