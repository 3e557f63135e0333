/** `handout worker`: the rows of a queue -> handouts in a folder, as they come, until it is stopped or the queue is empty. */

import { batchKey } from '../app/batch-key.ts';
import type { BatchResult } from '../app/batch-room.ts';
import { openRowMaker } from '../queue/row-maker.ts';
import { standingContent } from '../queue/standing-content.ts';
import { type WorkEnd, workQueue } from '../queue/work-queue.ts';
import type { SettingFlags } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import { endText, eventOf, jobsOf } from './batch.ts';
import { batchProgress, noProgress } from './batch-progress.ts';
import { checkedSettings } from './checked-settings.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { namedQueue, type QueueFlags } from './queue-flags.ts';
import type { Terminal } from './terminal.ts';

export interface WorkerFlags extends SettingFlags, QueueFlags {
  readonly out?: string | undefined;
  readonly jobs?: string | undefined;
  readonly untilEmpty?: boolean | undefined;
  readonly stallAfter?: string | undefined;
  readonly json?: boolean | undefined;
}

/** More rows with trouble than this are counted, not listed; the manifest has them all. */
const mostListed = 50;

export async function runWorker(
  flags: WorkerFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ExitCode> {
  const settings = checkedSettings(flags, environment);
  const out = flags.out ?? 'output';
  const jobs = jobsOf(flags.jobs);
  const stallMs = stallOf(flags.stallAfter);
  const content = standingContent(settings);
  const first = await content();
  terminal.say(diagnosticsText(first.diagnostics));
  if (!first.ok) return exitCode.invalid;
  const queue = await namedQueue(flags, terminal, environment);
  const asJson = flags.json === true;
  const counts = { made: 0, unchanged: 0, refused: 0, failed: 0, elsewhere: 0 };
  const troubles: BatchResult[] = [];
  let older = 0;
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
        counts[result.state] += 1;
        older += result.older?.length ?? 0;
        const missed = result.state === 'refused' || result.state === 'failed';
        if (missed && troubles.length < mostListed) troubles.push(result);
        progress.step(counts);
      };
      const request = { jobs, stallMs, untilEmpty: flags.untilEmpty === true, signal, told };
      end = await workQueue(queue, maker, request).finally(() => progress.end(counts));
      signal.removeEventListener('abort', stopping);
    } finally {
      await maker.close();
    }
  } finally {
    await queue.close();
  }
  const stopped = end.kind !== 'empty';
  if (asJson) terminal.out(`${JSON.stringify({ event: 'end', ...counts, out, stopped })}\n`);
  else
    terminal.out(
      endText({ counts, troubles, older, bundles: [], out, stopped }, terminal.screen.columns ?? 80),
    );
  if (end.kind === 'broken') throw end.error;
  if (end.kind === 'no-content') {
    terminal.say(diagnosticsText(end.diagnostics));
    return exitCode.invalid;
  }
  if (end.kind === 'stopped') return exitCode.interrupted;
  return counts.refused + counts.failed > 0 ? exitCode.someFailed : exitCode.done;
}

/** Long enough for a machine that is busy, short enough for somebody who waits. */
function stallOf(text: string | undefined): number {
  const seconds = Number(text ?? '60');
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 3600)
    throw new BadUsage('--stall-after is a whole number of seconds, 1 to 3600', 'Leave it out for 60');
  return seconds * 1000;
}
