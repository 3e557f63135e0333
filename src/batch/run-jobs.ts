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
  let count = 0;
  let more = true;
  let broken: { readonly error: unknown } | undefined;
  let pulling = false;
  let interrupt: () => void = () => undefined;
  const next = () =>
    new Promise<IteratorResult<J> | undefined>((resolve) => {
      pulling = true;
      // A source that gives nothing, such as a terminal, does not hold up the end.
      interrupt = () => resolve(undefined);
      source
        .next()
        .catch((error: unknown) => {
          broken = { error };
          return undefined;
        })
        .then((pulled) => {
          pulling = false;
          resolve(pulled);
        });
    });
  const onAbort = () => interrupt();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    for (;;) {
      while (more && inFlight.size < concurrency && signal?.aborted !== true) {
        const pulled = await next();
        if (pulled === undefined || pulled.done === true) {
          more = false;
          break;
        }
        const slot = count;
        count += 1;
        const working = work(pulled.value).then((result) => ({ slot, result }));
        // Nobody may be waiting for it any more when it fails.
        working.catch(() => undefined);
        inFlight.set(slot, working);
      }
      if (inFlight.size === 0) break;
      const done = await Promise.race(inFlight.values());
      inFlight.delete(done.slot);
      yield done.result;
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    // What they work with is put away after this.
    await Promise.allSettled(inFlight.values());
    const ending = source.return?.();
    if (pulling) ending?.catch(() => undefined);
    else await ending;
  }
  if (broken !== undefined) throw broken.error;
}
