/** Jobs, pulled one by one, and the work on one of them -> results as they come, never more at once than asked for. */

export interface RunOptions {
  /** Jobs worked on at the same time. */
  readonly concurrency: number;
  /** Aborted: no further job is begun; those in flight are finished. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * `work` must not reject: what goes wrong is a result. Results come in the order in which they are done. Memory holds
 * the jobs in flight, however long the source is; a source that throws ends the run once those are done.
 */
export async function* runJobs<J, R>(
  jobs: AsyncIterable<J>,
  work: (job: J) => Promise<R>,
  { concurrency, signal }: RunOptions,
): AsyncGenerator<R> {
  const source = jobs[Symbol.asyncIterator]();
  const inFlight = new Map<number, Promise<{ readonly slot: number; readonly result: R }>>();
  let next = 0;
  let more = true;
  let broken: { readonly error: unknown } | undefined;
  try {
    for (;;) {
      while (more && inFlight.size < concurrency && signal?.aborted !== true) {
        const pulled = await source.next().catch((error: unknown) => {
          broken = { error };
          return undefined;
        });
        if (pulled === undefined || pulled.done === true) {
          more = false;
          break;
        }
        const slot = next;
        next += 1;
        inFlight.set(
          slot,
          work(pulled.value).then((result) => ({ slot, result })),
        );
      }
      if (inFlight.size === 0) break;
      const done = await Promise.race(inFlight.values());
      inFlight.delete(done.slot);
      yield done.result;
    }
  } finally {
    await source.return?.();
  }
  if (broken !== undefined) throw broken.error;
}
