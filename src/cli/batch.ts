/** `handout batch SOURCE...`: rosters and sets -> a folder of handouts, with progress, a table at the end and an exit code. */

import { availableParallelism } from 'node:os';
import { openBatch } from '../app/batch.ts';
import type { Bundle } from '../app/batch-combine.ts';
import type { BatchResult } from '../app/batch-room.ts';
import { batchTotal } from '../app/batch-total.ts';
import { readClock } from '../app/clock.ts';
import { loadContent } from '../app/kit.ts';
import { StageTimes, stageNames } from '../app/stage-times.ts';
import type { NameBy } from '../batch/file-names.ts';
import { parseShard, type Shard } from '../batch/shard.ts';
import type { SettingFlags } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import { type BatchCounts, batchProgress, noProgress } from './batch-progress.ts';
import { bundlePath } from './bundle-path.ts';
import { checkedSettings } from './checked-settings.ts';
import { dateFlag } from './date-flag.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';
import { troubleTable } from './trouble-table.ts';

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

/** More rows with trouble than this are counted, not listed; the manifest has them all. */
const mostListed = 50;

export async function runBatch(
  sources: readonly string[],
  flags: BatchFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ExitCode> {
  const settings = checkedSettings(flags, environment);
  const loaded = await loadContent(settings);
  terminal.say(diagnosticsText(loaded.diagnostics));
  if (!loaded.ok) return exitCode.invalid;
  const out = flags.out ?? 'output';
  const asJson = flags.json === true;
  let say = (text: string) => terminal.say(text);
  const times = flags.verbose === true ? new StageTimes() : undefined;
  const batch = await openBatch(loaded.value, settings, {
    sources,
    out,
    asked: { topics: flags.topic, language: flags.lang, date: dateFlag('--date', flags.date) },
    jobs: jobsOf(flags.jobs),
    nameBy: nameByOf(flags.nameBy),
    shard: shardFlag(flags.shard),
    force: flags.force === true,
    combine: bundlePath('--combine', flags.combine, '.pdf'),
    zip: bundlePath('--zip', flags.zip, '.zip'),
    clock: readClock(),
    times,
    signal,
    say: (text) => say(text),
  });
  terminal.say(diagnosticsText(batch.diagnostics));
  if (!batch.ok) return exitCode.invalid;

  const counts = { made: 0, unchanged: 0, refused: 0, failed: 0, elsewhere: 0 };
  const troubles: BatchResult[] = [];
  const bundles: Bundle[] = [];
  const progress = asJson
    ? noProgress(terminal)
    : batchProgress(terminal, await batchTotal(sources, loaded.value.content, settings));
  say = progress.say;
  const stopping = () => say('Finishing what is in flight ... Once more ends it at once.');
  signal.addEventListener('abort', stopping, { once: true });
  let older = 0;
  let broken: { readonly error: unknown } | undefined;
  try {
    for await (const result of batch.value) {
      if (asJson) terminal.out(`${JSON.stringify(eventOf(result))}\n`);
      if ('kind' in result) {
        bundles.push(result);
        continue;
      }
      counts[result.state] += 1;
      older += result.older?.length ?? 0;
      if (troubles.length < mostListed && (result.state === 'refused' || result.state === 'failed'))
        troubles.push(result);
      progress.step(counts);
    }
  } catch (error) {
    broken = { error };
  }
  signal.removeEventListener('abort', stopping);
  progress.end(counts);
  // What was done is told, whatever ended the rest.
  const begun = Object.values(counts).some((count) => count > 0);
  if (broken !== undefined && !begun) throw broken.error;
  const stopped = signal.aborted;
  const end = { counts, troubles, older, bundles, out, stopped: stopped || broken !== undefined };
  if (asJson) terminal.out(`${JSON.stringify({ event: 'end', ...counts, out, stopped: end.stopped })}\n`);
  else terminal.out(endText(end, terminal.screen.columns ?? 80));
  if (times !== undefined) terminal.say(stageText(times, counts.made));
  if (broken !== undefined) throw broken.error;
  if (stopped) return exitCode.interrupted;
  return counts.refused + counts.failed > 0 ? exitCode.someFailed : exitCode.done;
}

export function eventOf(result: BatchResult | Bundle): object {
  if ('kind' in result) {
    const { kind, path, ...rest } = result;
    return { event: kind, file: path, ...rest };
  }
  const { state, place, column, file, older, diagnostics } = result;
  const { file: source, line: row } = place;
  return {
    event: state,
    source,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    ...(file === undefined ? {} : { file }),
    ...(older === undefined ? {} : { older }),
    reasons: diagnostics.map(({ code, message, hint }) => ({
      code,
      message,
      ...(hint === undefined ? {} : { hint }),
    })),
  };
}

/** As seen by the clock: with several handouts at once, each waits for the others too. */
function stageText(times: StageTimes, made: number): string {
  const each = stageNames.map((stage) => `${stage} ${(times.spent(stage) / Math.max(1, made)).toFixed(1)}`);
  return `Milliseconds for each handout made: ${each.join(', ')}`;
}

interface BatchEnd {
  readonly counts: BatchCounts;
  readonly troubles: readonly BatchResult[];
  /** Sheets of earlier runs for rows that failed. */
  readonly older: number;
  readonly bundles: readonly Bundle[];
  readonly out: string;
  readonly stopped: boolean;
}

export function endText({ counts, troubles, older, bundles, out, stopped }: BatchEnd, width: number): string {
  const hidden = counts.refused + counts.failed - troubles.length;
  const elsewhere = counts.elsewhere === 0 ? '' : `, ${counts.elsewhere} for other shards`;
  return [
    ...(troubles.length === 0 ? [] : [troubleTable(troubles, width)]),
    ...(hidden > 0 ? [`... and ${hidden} more: see the manifest\n`] : []),
    `${counts.made} made, ${counts.unchanged} unchanged, ${counts.refused} refused for safety, ${counts.failed} failed${elsewhere}.`,
    `They are in ${out}; the manifest there tells of each.`,
    ...(older === 0 ? [] : [olderText(older)]),
    ...bundles.map(bundleText),
    ...(stopped ? ['Stopped before the end: run the same command to go on.'] : []),
    '',
  ].join('\n');
}

function olderText(older: number): string {
  return older === 1
    ? 'One row that failed has an older sheet in there: look at it before it is handed out.'
    : `${older} older sheets of rows that failed are in there: look at them before they are handed out.`;
}

function bundleText({ kind, state, path, handouts, pages }: Bundle): string {
  const what = kind === 'zip' ? 'All in one archive' : 'All in one PDF';
  const size = pages === undefined ? `${handouts} handouts` : `${handouts} handouts, ${pages} pages`;
  return `${what}: ${path} (${size}${state === 'unchanged' ? ', unchanged' : ''})`;
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
