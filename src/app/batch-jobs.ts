/** The sources of a batch -> its rows, one by one: those of rosters as they are read, those of sets as they are combined. */

import type { Content } from '../domain/content.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { Job, RosterEntry } from '../domain/job.ts';
import { failure, type Outcome, success } from '../domain/outcome.ts';
import { readSet, setJobs, setPath } from '../read/leaflet-set.ts';
import { readRoster } from '../read/roster/read-roster.ts';
import { SeenIds } from '../read/roster/seen-ids.ts';
import type { Settings } from '../settings.ts';
import type { Asked } from './settle-profile.ts';

/** A failure when a source can't be used at all: then nothing is begun. */
export async function batchRows(
  sources: readonly string[],
  content: Content,
  settings: Settings,
  asked: Asked,
): Promise<Outcome<AsyncGenerator<RosterEntry>>> {
  const seen = new SeenIds();
  const problems: Diagnostic[] = [];
  const opened: AsyncIterable<RosterEntry>[] = [];
  for (const source of sources) {
    const set = setPath(source, settings.content);
    if (set === undefined) {
      const { topics, language } = asked;
      const roster = await readRoster(source, content.rulebook, { seen, topics, language });
      problems.push(...roster.diagnostics);
      if (roster.ok) opened.push(roster.value);
      continue;
    }
    const read = await readSet(set);
    problems.push(...read.diagnostics);
    if (!read.ok) continue;
    const jobs = setJobs(read.value, content);
    problems.push(...jobs.diagnostics);
    if (jobs.ok) opened.push(entries(jobs.value));
  }
  if (opened.length < sources.length) return failure(problems);
  return success(inTurn(opened), problems);
}

async function* entries(jobs: readonly Job[]): AsyncGenerator<RosterEntry> {
  for (const job of jobs) yield { ok: true, job, diagnostics: [] };
}

async function* inTurn(sources: readonly AsyncIterable<RosterEntry>[]): AsyncGenerator<RosterEntry> {
  for (const source of sources) yield* source;
}
