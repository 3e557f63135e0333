/** `handout batch SOURCE...`: rosters and sets -> a folder of handouts, with progress, a table at the end and an exit code. */

import { availableParallelism } from 'node:os';
import { openBatch } from '../app/batch.ts';
import type { BatchResult } from '../app/batch-row.ts';
import { readClock } from '../app/clock.ts';
import { loadContent } from '../app/kit.ts';
import type { NameBy } from '../batch/file-names.ts';
import { parseShard, type Shard } from '../batch/shard.ts';
import type { SettingFlags } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import { batchProgress } from './batch-progress.ts';
import { checkedSettings } from './checked-settings.ts';
import { dateFlag } from './date-flag.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { table } from './table.ts';
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
  readonly json?: boolean | undefined;
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
  const batch = await openBatch(loaded.value, settings, {
    sources,
    out,
    asked: { topics: flags.topic, language: flags.lang, date: dateFlag('--date', flags.date) },
    jobs: jobsOf(flags.jobs),
    nameBy: nameByOf(flags.nameBy),
    shard: shardFlag(flags.shard),
    force: flags.force === true,
    clock: readClock(),
    signal,
    say: (text) => terminal.say(text),
  });
  terminal.say(diagnosticsText(batch.diagnostics));
  if (!batch.ok) return exitCode.invalid;

  const counts = { made: 0, unchanged: 0, refused: 0, failed: 0, elsewhere: 0 };
  const troubles: BatchResult[] = [];
  const progress = batchProgress(terminal, flags.json === true);
  try {
    for await (const result of batch.value) {
      counts[result.state] += 1;
      if (troubles.length < mostListed && (result.state === 'refused' || result.state === 'failed')) {
        troubles.push(result);
      }
      if (flags.json === true) terminal.out(`${JSON.stringify(eventOf(result))}\n`);
      progress.step(counts);
    }
  } finally {
    progress.end(counts);
  }
  const stopped = signal.aborted;
  if (flags.json === true) terminal.out(`${JSON.stringify({ event: 'end', ...counts, out, stopped })}\n`);
  else terminal.out(endText(counts, troubles, out, stopped));
  if (stopped) return exitCode.interrupted;
  return counts.refused + counts.failed > 0 ? exitCode.someFailed : exitCode.done;
}

function eventOf({ state, place, file, diagnostics }: BatchResult): object {
  const { file: source, line: row } = place;
  return {
    event: state,
    source,
    ...(row === undefined ? {} : { row }),
    ...(file === undefined ? {} : { file }),
    reasons: diagnostics.map(({ code, message, hint }) => ({
      code,
      message,
      ...(hint === undefined ? {} : { hint }),
    })),
  };
}

function endText(
  counts: Readonly<Record<BatchResult['state'], number>>,
  troubles: readonly BatchResult[],
  out: string,
  stopped: boolean,
): string {
  const rows = troubles.flatMap(({ state, place, diagnostics }) =>
    diagnostics
      .filter(({ severity }) => severity === 'error')
      .slice(0, 1)
      .map(({ code, message, hint, column }) => [
        place.file,
        place.line === undefined ? '' : String(place.line),
        column === undefined ? '' : String(column),
        state,
        `${message} (${code})`,
        hint ?? '',
      ]),
  );
  const hidden = counts.refused + counts.failed - troubles.length;
  const elsewhere = counts.elsewhere === 0 ? '' : `, ${counts.elsewhere} for other shards`;
  return [
    ...(rows.length === 0 ? [] : [table(['source', 'row', 'column', 'state', 'why', 'what to do'], rows)]),
    ...(hidden > 0 ? [`... and ${hidden} more: see the manifest`] : []),
    `${counts.made} made, ${counts.unchanged} unchanged, ${counts.refused} refused for safety, ${counts.failed} failed${elsewhere}.`,
    `They are in ${out}; manifest.jsonl tells of each.${stopped ? ' Stopped before the end: run the same command to go on.' : ''}\n`,
  ].join('\n');
}

function jobsOf(text: string | undefined): number {
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
