/** A print that a printer has -> how far it is, what it waits for, and how it ended. */

import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../domain/fault.ts';
import { PrinterFault } from '../domain/printer-trouble.ts';
import type { JobFacts } from '../ipp/job-facts.ts';
import { askJob, askPrinter, cancelJob } from '../ipp/operations.ts';
import type { PrintedJob, PrintLook, PrintNews, PrintWire } from './print-news.ts';
import { troubleOf } from './printer-reasons.ts';
import { addressOf } from './send-print.ts';

export interface FollowOptions extends PrintWire {
  /** Between two looks. */
  readonly everyMs?: number | undefined;
  /** So many looks without an answer, and it is given up: nobody knows what became of it. */
  readonly patience?: number | undefined;
}

/** Tells what has changed since it last told; ends with an end. Throws Fault `interrupted`: the printer goes on. */
export async function* followPrint(job: PrintedJob, options: FollowOptions): AsyncGenerator<PrintNews> {
  const { everyMs = 1_500, patience = 40, signal } = options;
  let told = '';
  let silent = 0;
  for (;;) {
    const news = await lookAtPrint(job, options);
    const offline = news.kind === 'stage' && news.trouble?.code === 'offline' && news.stage === 'sent';
    silent = offline ? silent + 1 : 0;
    if (silent >= patience) return yield { kind: 'end', end: 'failed', job, trouble: { code: 'no-answer' } };
    const now = JSON.stringify(news);
    if (now !== told) yield news;
    told = now;
    if (news.kind === 'end') return;
    await sleep(everyMs, undefined, signal === undefined ? {} : { signal }).catch(() => {
      throw new Fault('interrupted', 'Interrupted');
    });
  }
}

/** One look, for a page that asks again by itself. Stage `sent` with trouble `offline`: nobody answered. */
export async function lookAtPrint(job: PrintedJob, wire: PrintWire): Promise<PrintLook> {
  try {
    const address = addressOf(job.uri);
    const facts = await askJob(address, job.id, wire);
    if (facts === undefined) return { kind: 'end', end: 'failed', job, trouble: { code: 'forgotten' } };
    const ended = endOf(facts, job);
    if (ended !== undefined) return ended;
    const printer = await askPrinter(address, wire);
    const begun = facts.state === 'processing' || facts.state === 'stopped';
    const halted = facts.state === 'stopped' || facts.reasons.includes('printer-stopped');
    const trouble =
      facts.state === 'held'
        ? ({ code: 'held' } as const)
        : troubleOf(printer, begun ? { halted, before: job.before, paper: job.paper } : undefined);
    return {
      kind: 'stage',
      stage: begun ? 'printing' : 'waiting',
      job,
      ...counted(facts),
      ...(trouble === undefined ? {} : { trouble }),
    };
  } catch (error) {
    if (!(error instanceof PrinterFault)) throw error;
    const { trouble } = error;
    const silent = trouble.code === 'no-answer' || trouble.code === 'offline' || trouble.code === 'busy';
    if (silent) return { kind: 'stage', stage: 'sent', job, trouble: { code: 'offline' } };
    return { kind: 'end', end: 'failed', job, trouble };
  }
}

/** Before it is moved to another printer, so that nothing prints twice. False: it had ended, or can't be stopped. */
export async function cancelPrint(job: PrintedJob, wire: PrintWire): Promise<boolean> {
  try {
    return await cancelJob(addressOf(job.uri), job.id, wire);
  } catch (error) {
    if (error instanceof PrinterFault) return false;
    throw error;
  }
}

function endOf(facts: JobFacts, job: PrintedJob): PrintLook | undefined {
  const { state, reasons } = facts;
  // So a CUPS queue leaves a job that its own filters could not draw: it does not try again.
  const givenUp = state === 'stopped' && reasons.includes('job-completed-with-errors');
  if (state === 'aborted' || state === 'canceled' || givenUp)
    return {
      kind: 'end',
      end: 'failed',
      job,
      ...counted(facts),
      trouble: { code: state === 'canceled' ? state : 'aborted' },
    };
  if (state !== 'completed') return undefined;
  const flawed = reasons.includes('job-completed-with-errors');
  const trouble = flawed ? ({ trouble: { code: 'with-errors' } } as const) : {};
  return { kind: 'end', end: 'done', job, ...counted(facts), ...trouble };
}

function counted({ impressions }: JobFacts): { sides?: number } {
  return impressions === undefined || impressions === 0 ? {} : { sides: impressions };
}
