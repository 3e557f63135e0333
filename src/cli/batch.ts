/** `handout batch SOURCE...`: rosters and sets -> a folder of handouts, with progress, a table at the end and an exit code. */

import { availableParallelism } from 'node:os';
import { openBatch } from '../app/batch.ts';
import { rostersAmong } from '../app/batch-jobs.ts';
import type { BatchRequest } from '../app/batch-room.ts';
import { readClock } from '../app/clock.ts';
import { loadContent } from '../app/kit.ts';
import { StageTimes, stageNames } from '../app/stage-times.ts';
import { tryBundlePlace } from '../app/try-bundle-place.ts';
import type { NameBy } from '../batch/file-names.ts';
import { parseShard, type Shard } from '../batch/shard.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { SettingFlags } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import { endText } from './batch-end-text.ts';
import { diagnosticEvents, endEvent, errorEvent, eventOf } from './batch-events.ts';
import { type BatchProgress, batchProgress, noProgress } from './batch-progress.ts';
import { BatchTally } from './batch-tally.ts';
import { bundlePath } from './bundle-path.ts';
import { checkedSettings } from './checked-settings.ts';
import { dateFlag } from './date-flag.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { outFolder } from './out-folder.ts';
import type { Terminal } from './terminal.ts';

export interface BatchFlags extends SettingFlags {
  readonly out?: string | undefined;
  readonly jobs?: string | undefined;
  readonly topic?: readonly string[] | undefined;
  readonly lang?: string | undefined;
  readonly date?: string | undefined;
  readonly shard?: string | undefined;
  readonly nameBy?: string | undefined;
  readonly force?: boolean | undefined;
  readonly combine?: string | undefined;
  readonly zip?: string | undefined;
  readonly json?: boolean | undefined;
  readonly verbose?: boolean | undefined;
}

export async function runBatch(
  sources: readonly string[],
  flags: BatchFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ExitCode> {
  if (sources.length === 0)
    throw new BadUsage('Which roster? None was given', 'Name a roster, a folder of profiles, a set, or -');
  const settings = checkedSettings(flags, environment);
  const out = outFolder(flags.out);
  const nameBy = nameByOf(flags.nameBy);
  const [roster] = nameBy === 'code' ? rostersAmong(sources, settings) : [];
  if (roster !== undefined)
    throw new BadUsage(
      `--name-by code is for sets only, and this is a roster: ${roster}`,
      'Patients with one code would share one name: leave it out, or use --name-by id',
    );
  const asJson = flags.json === true;
  const tell = (events: readonly object[]) => {
    if (asJson) for (const event of events) terminal.out(`${JSON.stringify(event)}\n`);
  };
  const wrong = (diagnostics: readonly Diagnostic[]): ExitCode => {
    tell(diagnosticEvents(diagnostics));
    return exitCode.invalid;
  };
  const loaded = await loadContent(settings);
  terminal.say(diagnosticsText(loaded.diagnostics));
  if (!loaded.ok) return wrong(loaded.diagnostics);
  const say = { now: (text: string) => terminal.say(text), together: (text: string) => terminal.say(text) };
  const times = flags.verbose === true ? new StageTimes() : undefined;
  const combine = bundlePath('--combine', flags.combine, '.pdf');
  const zip = bundlePath('--zip', flags.zip, '.zip');
  const request: BatchRequest = {
    sources,
    out,
    asked: { topics: flags.topic, language: flags.lang, date: dateFlag('--date', flags.date) },
    jobs: jobsOf(flags.jobs),
    nameBy,
    shard: shardFlag(flags.shard),
    force: flags.force === true,
    combine,
    zip,
    clock: readClock(),
    times,
    signal,
    say: (text) => say.now(text),
    sayTogether: (text) => say.together(text),
  };
  const tally = new BatchTally();
  let stopping: (() => void) | undefined;
  let total: number | undefined;
  let progress: BatchProgress | undefined;
  let broken: { readonly error: unknown } | undefined;
  try {
    const batch = await openBatch(loaded.value, settings, request);
    terminal.say(diagnosticsText(batch.diagnostics));
    if (!batch.ok) return wrong(batch.diagnostics);
    for (const path of [combine, zip]) if (path !== undefined) await tryBundlePlace(path);
    total = asJson ? undefined : batch.value.total;
    progress = asJson ? noProgress(terminal) : batchProgress(terminal, total);
    say.now = progress.say;
    say.together = progress.together;
    stopping = () => say.now('Finishing what is in flight ... Once more ends it at once.');
    signal.addEventListener('abort', stopping, { once: true });
    for await (const result of batch.value.results) {
      tell([eventOf(result)]);
      if ('kind' in result) {
        tally.addBundle(result);
        continue;
      }
      tally.add(result);
      progress.step(tally.counts);
    }
  } catch (error) {
    broken = { error };
    tell([errorEvent(error)]);
  }
  if (stopping !== undefined) signal.removeEventListener('abort', stopping);
  progress?.end(tally.counts);
  // What was done is told, whatever ended the rest.
  if (broken !== undefined && tally.done === 0) throw broken.error;
  const stopped = signal.aborted || broken !== undefined;
  if (asJson) tell([endEvent(tally, out, stopped)]);
  else terminal.out(endText({ tally, out, stopped, total }, terminal.screen.columns ?? 80));
  if (times !== undefined) terminal.say(stageText(times, tally.counts.made));
  if (broken !== undefined) throw broken.error;
  return signal.aborted ? exitCode.interrupted : tally.exitCode();
}

/** As seen by the clock: with several handouts at once, each waits for the others too. */
function stageText(times: StageTimes, made: number): string {
  const each = stageNames.map((stage) => `${stage} ${(times.spent(stage) / Math.max(1, made)).toFixed(1)}`);
  return `Milliseconds for each handout made: ${each.join(', ')}`;
}

export function jobsOf(text: string | undefined): number {
  if (text === undefined) return Math.max(1, Math.min(8, availableParallelism()));
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64)
    throw new BadUsage('--jobs is a whole number from 1 to 64', 'Leave it out for one a core');
  return jobs;
}

function nameByOf(text: string | undefined): NameBy {
  const known = (['hash', 'id', 'code'] as const).find((each) => each === (text ?? 'hash'));
  if (known === undefined) throw new BadUsage('--name-by is hash, id or code', 'Leave it out for hash');
  return known;
}

function shardFlag(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const parsed = parseShard(text);
  if (!parsed.ok) throw new BadUsage(parsed.message, parsed.hint);
  return parsed.shard;
}
