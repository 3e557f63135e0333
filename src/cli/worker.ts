/** `handout worker`: the rows of a queue -> handouts in a folder, as they come, until it is stopped or the queue is empty. */

import { batchKey } from '../app/batch-key.ts';
import type { BatchResult } from '../app/batch-room.ts';
import { openRowMaker } from '../queue/row-maker.ts';
import { standingContent } from '../queue/standing-content.ts';
import { type WorkEnd, workQueue } from '../queue/work-queue.ts';
import type { SettingFlags } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import { jobsOf } from './batch.ts';
import { endText } from './batch-end-text.ts';
import { endEvent, eventOf } from './batch-events.ts';
import { batchProgress, noProgress } from './batch-progress.ts';
import { BatchTally } from './batch-tally.ts';
import { checkedSettings } from './checked-settings.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { outFolder } from './out-folder.ts';
import { namedQueue, type QueueFlags } from './queue-flags.ts';
import type { Terminal } from './terminal.ts';

export interface WorkerFlags extends SettingFlags, QueueFlags {
  readonly out?: string | undefined;
  readonly jobs?: string | undefined;
  readonly untilEmpty?: boolean | undefined;
  readonly stallAfter?: string | undefined;
  readonly json?: boolean | undefined;
}

export async function runWorker(
  flags: WorkerFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ExitCode> {
  const settings = checkedSettings(flags, environment);
  const out = outFolder(flags.out);
  const jobs = jobsOf(flags.jobs);
  const stallMs = stallOf(flags.stallAfter);
  const content = standingContent(settings);
  const first = await content();
  terminal.say(diagnosticsText(first.diagnostics));
  if (!first.ok) return exitCode.invalid;
  const queue = await namedQueue(flags, terminal, environment);
  const asJson = flags.json === true;
  const tally = new BatchTally();
  let end: WorkEnd;
  try {
    const key = await batchKey(environment, false);
    let say = (text: string) => terminal.say(text);
    const maker = await openRowMaker(settings, content, key, { out, jobs, signal, say: (text) => say(text) });
    try {
      const progress = asJson ? noProgress(terminal) : batchProgress(terminal, undefined);
      say = progress.say;
      const stopping = () => say('Finishing what is in flight ... Once more ends it at once.');
      signal.addEventListener('abort', stopping, { once: true });
      const told = (result: BatchResult) => {
        if (asJson) terminal.out(`${JSON.stringify(eventOf(result))}\n`);
        tally.add(result);
        progress.step(tally.counts);
      };
      const request = { jobs, stallMs, untilEmpty: flags.untilEmpty === true, signal, told };
      end = await workQueue(queue, maker, request).finally(() => progress.end(tally.counts));
      signal.removeEventListener('abort', stopping);
    } finally {
      await maker.close();
    }
  } finally {
    await queue.close();
  }
  const stopped = end.kind !== 'empty';
  if (asJson) terminal.out(`${JSON.stringify(endEvent(tally, out, stopped))}\n`);
  else terminal.out(endText({ tally, out, stopped }, terminal.screen.columns ?? 80));
  if (end.kind === 'broken') throw end.error;
  if (end.kind === 'no-content') {
    terminal.say(diagnosticsText(end.diagnostics));
    return exitCode.invalid;
  }
  if (end.kind === 'stopped') return exitCode.interrupted;
  return tally.exitCode();
}

/** Long enough for a machine that is busy, short enough for somebody who waits. */
function stallOf(text: string | undefined): number {
  const seconds = Number(text ?? '60');
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 3600)
    throw new BadUsage('--stall-after is a whole number of seconds, 1 to 3600', 'Leave it out for 60');
  return seconds * 1000;
}
