/** A queue and a maker of rows -> rows made as they come, until it is empty, stopped, or no row has a chance. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, Worker } from 'bullmq';
import { mistakeTold } from '../app/batch-reason.ts';
import type { BatchResult } from '../app/batch-room.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { Fault } from '../domain/fault.ts';
import type { OpenQueue } from './open-queue.ts';
import { failureOf, rowsLeft } from './queue-state.ts';
import type { RowMaker } from './row-maker.ts';
import { type Missed, placeOf, redisPrefix, type Wanted, wantedSchema } from './wanted.ts';

export interface WorkRequest {
  /** Rows made at the same time. */
  readonly jobs: number;
  /** A worker that is silent for so long has died: its rows go to others. */
  readonly stallMs: number;
  readonly untilEmpty: boolean;
  readonly signal: AbortSignal;
  readonly told: (result: BatchResult) => void;
}

export type WorkEnd =
  | { readonly kind: 'empty' | 'stopped' }
  /** Content that can't be used any more. */
  | { readonly kind: 'no-content'; readonly diagnostics: readonly Diagnostic[] }
  /** Nothing of the row's, such as a full disk: what was begun is handed back. */
  | { readonly kind: 'broken'; readonly error: Fault };

/** A row that each worker dies of must end some time; one that waits for a restart of all must not. */
const mostDeaths = 10;
const pauseMs = 300;

/** A row whose worker dies, or is only thought to have, is made again: it gives the same file. */
export async function workQueue(
  { name, queue, redis, packages: { bullmq } }: OpenQueue,
  maker: RowMaker,
  request: WorkRequest,
): Promise<WorkEnd> {
  let worker: Worker | undefined;
  let inFlight = 0;
  let stop: (why: WorkEnd) => void = () => undefined;
  const ending = new Promise<WorkEnd>((resolve) => {
    stop = (why) => {
      resolve(why);
      // Takes nothing more, and ends once what is in flight is done.
      worker?.close().catch(() => undefined);
    };
  });
  const handBack = async (job: Job, token: string | undefined, why: WorkEnd): Promise<never> => {
    stop(why);
    await job.moveToWait(token);
    throw new bullmq.WaitingError();
  };
  const ours = new Set<string>();
  const failed = (state: Missed['state'], code: string, column?: string): never => {
    const text = missedText(state, code, column);
    ours.add(text);
    throw new Error(text);
  };
  const one = async (job: Job, token?: string): Promise<null> => {
    inFlight += 1;
    try {
      return await made(job, token);
    } finally {
      inFlight -= 1;
    }
  };
  const made = async (job: Job, token?: string): Promise<null> => {
    const wanted = wantedSchema.safeParse(job.data);
    if (!wanted.success) return failed('failed', 'unreadable-job');
    const done = await maker
      .make(wanted.data)
      .catch(async (error: unknown) => {
        if (error instanceof Fault) throw error;
        const diagnostics = [mistakeTold(error, placeOf(wanted.data))];
        return { kind: 'row', result: await maker.missed(wanted.data, diagnostics) } as const;
      })
      .catch((error: unknown) => {
        if (error instanceof Fault) return { kind: 'broken', error } as const;
        throw error;
      });
    if (done.kind !== 'row') return handBack(job, token, done);
    const { result } = done;
    if (result.ends !== undefined) return handBack(job, token, { kind: 'broken', error: result.ends });
    request.told(result);
    if (result.state !== 'failed' && result.state !== 'refused') return null;
    return failed(result.state, codeOf(result), result.column);
  };
  const notes = new Set<Promise<void>>();
  const noted = async (job: Job): Promise<void> => {
    const wanted = wantedSchema.safeParse(job.data);
    const failure = failureOf(job);
    const result = wanted.success
      ? await maker.missed(wanted.data, failure.diagnostics).catch((error: unknown) => {
          if (error instanceof Fault) stop({ kind: 'broken', error });
          return failure;
        })
      : failure;
    request.told(result);
  };
  worker = new bullmq.Worker<Wanted, null>(name, one, {
    connection: redis,
    prefix: redisPrefix,
    concurrency: request.jobs,
    lockDuration: request.stallMs,
    stalledInterval: Math.max(500, request.stallMs / 2),
    maxStalledCount: mostDeaths - 1,
    drainDelay: 1,
  });
  // Redis went away: whoever opened it says so.
  worker.on('error', () => undefined);
  // One that workers died of is failed without being begun.
  worker.on('failed', (job, { message }) => {
    if (job === undefined || ours.has(message)) return;
    const noting = noted(job).finally(() => notes.delete(noting));
    notes.add(noting);
  });
  const onAbort = () => stop({ kind: 'stopped' });
  request.signal.addEventListener('abort', onAbort, { once: true });
  if (request.signal.aborted) onAbort();
  const lookForEmpty = async () => {
    while (!worker.closing) {
      await sleep(pauseMs);
      if ((await rowsLeft(queue)) === 0) stop({ kind: 'empty' });
    }
  };
  // It is cut off when all is closed.
  if (request.untilEmpty) lookForEmpty().catch(() => undefined);
  try {
    const end = await ending;
    await Promise.race([worker.close(), cutOff(() => inFlight === 0 && redis.status !== 'ready')]);
    await Promise.all(notes);
    return end;
  } finally {
    request.signal.removeEventListener('abort', onAbort);
  }
}

/** Redis can't be told any more what was done: whoever asks next finds it made. */
async function cutOff(isIt: () => boolean): Promise<void> {
  while (!isIt()) await sleep(pauseMs, undefined, { ref: false });
}

/** What stands in Redis of it: no message, which may name things of the row. */
function missedText(state: Missed['state'], code: string, column?: string): string {
  return JSON.stringify({ state, code, ...(column === undefined ? {} : { column }) } satisfies Missed);
}

function codeOf({ diagnostics }: BatchResult): string {
  return diagnostics.find(({ severity }) => severity === 'error')?.code ?? 'unknown';
}
