/** `handout enqueue SOURCE...`: rosters and sets -> their rows in a queue; or with --status, how those fare. */

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { batchRows } from '../app/batch-jobs.ts';
import { batchKey } from '../app/batch-key.ts';
import { reasonOf } from '../app/batch-reason.ts';
import type { BatchResult } from '../app/batch-room.ts';
import { loadContent } from '../app/kit.ts';
import type { Diagnostic, Place } from '../domain/diagnostic.ts';
import { rosterColumns } from '../domain/roster-column.ts';
import { enqueueRows, type OpenSource } from '../queue/enqueue.ts';
import { setPath } from '../read/leaflet-set.ts';
import type { SettingFlags, Settings } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import { eventOf } from './batch-events.ts';
import { checkedSettings } from './checked-settings.ts';
import { dateFlag } from './date-flag.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { namedQueue, type QueueFlags } from './queue-flags.ts';
import { runQueueStatus } from './queue-status.ts';
import type { Terminal } from './terminal.ts';
import { troubleTable } from './trouble-table.ts';

export interface EnqueueFlags extends SettingFlags, QueueFlags {
  readonly topic?: readonly string[] | undefined;
  readonly lang?: string | undefined;
  readonly date?: string | undefined;
  readonly status?: boolean | undefined;
  readonly json?: boolean | undefined;
}

/** More rows that can't be made than this are counted, not listed. */
const mostListed = 50;

export async function runEnqueue(
  sources: readonly string[],
  flags: EnqueueFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  if (flags.status === true) return runQueueStatus(sources, flags, terminal, environment);
  if (sources.length === 0)
    throw new BadUsage(
      'Which roster? None was given',
      'Name a roster, a folder of profiles or a set; or ask for --status',
    );
  const settings = checkedSettings(flags, environment);
  const asked = { topics: flags.topic, language: flags.lang, date: dateFlag('--date', flags.date) };
  const named = sources.map((source) => sourceFor(source, settings));
  const loaded = await loadContent(settings);
  terminal.say(diagnosticsText(loaded.diagnostics));
  if (!loaded.ok) return exitCode.invalid;
  const { content } = loaded.value;
  const opened: OpenSource[] = [];
  for (const source of named) {
    const rows = await batchRows([source], content, settings, asked);
    terminal.say(diagnosticsText(rows.diagnostics));
    if (rows.ok) opened.push({ source, rows: rows.value });
  }
  if (opened.length < named.length) return exitCode.invalid;

  const key = await batchKey(environment, false);
  const columns = rosterColumns(content.rulebook);
  const wrong: BatchResult[] = [];
  let wrongRows = 0;
  const note = (place: Place, diagnostics: readonly Diagnostic[]) => {
    wrongRows += 1;
    const { column } = reasonOf(diagnostics, place, columns);
    if (wrong.length < mostListed)
      wrong.push({ state: 'failed', place, diagnostics, ...(column === undefined ? {} : { column }) });
  };
  const queue = await namedQueue(flags, terminal, environment);
  try {
    const { added, waiting } = await enqueueRows(opened, asked, queue.queue, key, note);
    if (flags.json === true) {
      const rows = wrong.map(eventOf);
      terminal.out(`${JSON.stringify({ queue: queue.name, added, waiting, wrong: wrongRows, rows })}\n`);
    } else {
      const there = waiting === 0 ? '' : `; ${waiting} were in it already`;
      terminal.out(
        [
          ...(wrong.length === 0 ? [] : [troubleTable(wrong, terminal.screen.columns ?? 80)]),
          ...(wrongRows > wrong.length ? [`... and ${wrongRows - wrong.length} more\n`] : []),
          `${added} rows were added to the queue ${queue.name}${there}.`,
        ].join('\n'),
      );
    }
  } finally {
    await queue.close();
  }
  return wrongRows > 0 ? exitCode.someFailed : exitCode.done;
}

/** As every worker finds it: a set by its name, anything else by its whole path. */
function sourceFor(source: string, settings: Settings): string {
  if (setPath(source, settings.content) !== undefined && !/\.ya?ml$/i.test(source)) return source;
  const stats = source === '-' ? undefined : statSync(source, { throwIfNoEntry: false });
  if (source === '-' || (stats !== undefined && !stats.isFile() && !stats.isDirectory()))
    throw new BadUsage(
      'A queue holds no patient data, only where a row stands: it needs a roster that is a file',
      'Write it into a folder that all workers see under the same path, for as long as it takes to make it',
    );
  return resolve(source);
}
