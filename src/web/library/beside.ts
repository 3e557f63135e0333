/** Slow work -> its result, done beside the desk, one piece after the other: previews go on meanwhile. */

import { Worker } from 'node:worker_threads';
import { Fault } from '../../domain/fault.ts';
import { type Answer, answerTo, type SlowResults, type SlowWork } from './slow-work.ts';

export interface Beside {
  run<K extends SlowWork['kind']>(work: Extract<SlowWork, { kind: K }>): Promise<SlowResults[K]>;
  /** Looking is dropped; a sign-off that is under way is finished. */
  close(): Promise<void>;
}

/** A thread runs the built program; from the sources, as in tests, the work is done in place. */
const isBuilt = import.meta.url.endsWith('.js');

export function besideDesk(): Beside {
  let last: Promise<unknown> = Promise.resolve();
  let worker: Worker | undefined;
  let signing: Promise<unknown> | undefined;
  let closed = false;
  const start = async (work: SlowWork): Promise<Answer> => {
    if (closed) throw closing();
    if (!isBuilt) return answerTo(work);
    worker = new Worker(new URL('./slow-thread.js', import.meta.url), { workerData: sendable(work) });
    const answer = answerOf(worker);
    signing = work.kind === 'approve' ? answer : undefined;
    return answer;
  };
  return {
    run: <K extends SlowWork['kind']>(work: Extract<SlowWork, { kind: K }>) => {
      const done = last.then(() => start(work)).then(resultOf);
      last = done.catch(() => undefined);
      // The kind of the work says which result it has.
      return done as Promise<SlowResults[K]>;
    },
    close: async () => {
      closed = true;
      if (signing !== undefined) await signing.catch(() => undefined);
      else await worker?.terminate();
    },
  };
}

function answerOf(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: Answer) => resolve(answer));
    worker.once('error', reject);
    worker.once('exit', () => reject(closing()));
  });
}

function closing(): Fault {
  return new Fault('interrupted', 'The desk is closing');
}

/** The environment is no plain object, and does not cross. */
function sendable(work: SlowWork): SlowWork {
  return { ...work, settings: { ...work.settings, environment: { ...work.settings.environment } } };
}

function resultOf(answer: Answer): unknown {
  if ('value' in answer) return answer.value;
  if ('bug' in answer) throw new Error(answer.bug);
  const { code, message, hint } = answer.fault;
  throw new Fault(code, message, hint === undefined ? {} : { hint });
}
