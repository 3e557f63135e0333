/** The sources of a batch -> its rows, one by one: those of rosters as they are read, those of sets as they are combined. */

import { existsSync } from 'node:fs';
import type { Content } from '../domain/content.ts';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import type { Job, RosterEntry } from '../domain/job.ts';
import { failure, type Outcome, success } from '../domain/outcome.ts';
import { unitNames } from '../read/content-folders.ts';
import { readSet, setJobs, setPath } from '../read/leaflet-set.ts';
import { readRoster } from '../read/roster/read-roster.ts';
import { SeenIds } from '../read/roster/seen-ids.ts';
import { surveyIds } from '../read/roster/survey-ids.ts';
import { TwiceIds } from '../read/roster/twice-ids.ts';
import type { Settings } from '../settings.ts';
import type { Asked } from './settle-profile.ts';

export interface BatchRows {
  readonly rows: AsyncGenerator<RosterEntry>;
  /** Undefined when there is no knowing before the end: standard input, a pipe. */
  readonly total: number | undefined;
}

/** Those that are no set. */
export function rostersAmong(sources: readonly string[], { content }: Settings): string[] {
  return sources.filter((source) => setPath(source, content) === undefined);
}

/** A failure when a source can't be used at all: then nothing is begun. */
export async function batchRows(
  sources: readonly string[],
  content: Content,
  settings: Settings,
  asked: Asked,
): Promise<Outcome<AsyncGenerator<RosterEntry>>> {
  const opened = await openRows(sources, content, settings, asked);
  return opened.ok ? success(opened.value.rows, opened.diagnostics) : opened;
}

/** Rosters are read twice: an id that stands in two rows must be known before the first of them is made. */
export async function openRows(
  sources: readonly string[],
  content: Content,
  settings: Settings,
  asked: Asked,
): Promise<Outcome<BatchRows>> {
  const seen = new SeenIds();
  const twice = new TwiceIds();
  const problems: Diagnostic[] = [];
  const opened: AsyncIterable<RosterEntry>[] = [];
  let total: number | undefined = 0;
  for (const source of rostersAmong(sources, settings)) {
    const rows = await surveyIds(source, content.rulebook, twice);
    total = rows === undefined || total === undefined ? undefined : total + rows;
  }
  for (const source of sources) {
    const set = setPath(source, settings.content);
    if (set === undefined) {
      const { topics, language } = asked;
      const roster = await readRoster(source, content.rulebook, { seen, twice, topics, language });
      if (roster.ok) opened.push(roster.value);
      const isMissing = !roster.ok && source !== '-' && !existsSync(source);
      problems.push(...(isMissing ? [notThere(source, settings)] : roster.diagnostics));
      continue;
    }
    const read = await readSet(set);
    problems.push(...read.diagnostics);
    if (!read.ok) continue;
    const jobs = setJobs(read.value, content);
    problems.push(...jobs.diagnostics);
    if (!jobs.ok) continue;
    opened.push(entries(jobs.value));
    if (total !== undefined) total += jobs.value.length;
  }
  if (opened.length < sources.length) return failure(problems);
  return success({ rows: inTurn(opened), total }, problems);
}

function notThere(source: string, settings: Settings): Diagnostic {
  const sets = unitNames(settings.content, 'sets').join(', ');
  const message = 'There is no such file, and no set of that name';
  return errorAt({ file: source }, 'file-missing', message, `Sets: ${sets === '' ? 'none' : sets}`);
}

async function* entries(jobs: readonly Job[]): AsyncGenerator<RosterEntry> {
  for (const job of jobs) yield { ok: true, job, diagnostics: [] };
}

async function* inTurn(sources: readonly AsyncIterable<RosterEntry>[]): AsyncGenerator<RosterEntry> {
  for (const source of sources) yield* source;
}
