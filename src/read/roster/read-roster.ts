/** A path, a folder or `-` -> the jobs that it asks for, row by row; memory does not grow with it but by its ids. */

import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Diagnostic, errorAt } from '../../domain/diagnostic.ts';
import { Fault } from '../../domain/fault.ts';
import type { RosterEntry } from '../../domain/job.ts';
import { failure, type Outcome, success } from '../../domain/outcome.ts';
import type { Rulebook } from '../../domain/rulebook.ts';
import type { ProfileOverrides } from '../read-profile.ts';
import { refusal } from '../source-file.ts';
import { openCsv } from './csv.ts';
import { decodeStream, NoText } from './decode-stream.ts';
import { jsonLineEntries } from './json-lines.ts';
import { openFolder } from './profile-folder.ts';
import { jsonProfiles, yamlProfiles } from './profile-texts.ts';
import { rosterKind } from './roster-kind.ts';
import { type RosterReading, rowSchema } from './row.ts';
import { SeenIds } from './seen-ids.ts';
import { jsonEntry, slowEntry } from './text-row.ts';
import type { TwiceIds } from './twice-ids.ts';

export interface RosterOptions extends ProfileOverrides {
  /** Of all rosters of one batch: an id may stand in one of them only. */
  readonly seen?: SeenIds;
  /** Those that a pass before found in several rows. */
  readonly twice?: TwiceIds | undefined;
  /** For that pass: entries hold no more than place and id. */
  readonly idsOnly?: boolean;
  readonly standardInput?: AsyncIterable<Uint8Array | string>;
  /** What the source holds, when it lies on no disk: the source is its name alone then. */
  readonly bytes?: AsyncIterable<Uint8Array>;
}

/** In YAML and in a JSON list the end has to be known before the first row is; about 2000 profiles. */
const listLimit = 2_000_000;

/**
 * A failure when nothing of it can be read: no such file, a header that can't be used. Else its entries: one bad row
 * never stops the others. Throws a Fault when the disk itself fails.
 */
export async function readRoster(
  source: string,
  rulebook: Rulebook,
  options: RosterOptions = {},
): Promise<Outcome<AsyncGenerator<RosterEntry>>> {
  const file = source === '-' ? 'standard input' : source;
  const untold: Diagnostic[] = [];
  const reading: RosterReading = {
    file,
    rulebook,
    schema: rowSchema(rulebook),
    overrides: options,
    seen: options.seen ?? new SeenIds(),
    twice: options.twice,
    idsOnly: options.idsOnly === true,
    untold,
  };
  let opened: Outcome<AsyncGenerator<RosterEntry>>;
  try {
    if (options.bytes === undefined && source !== '-' && (await found(source)).isDirectory())
      opened = openFolder(source, reading);
    else {
      const bytes =
        options.bytes ??
        (source === '-' ? (options.standardInput ?? process.stdin) : createReadStream(source));
      opened = await openText(
        source,
        decodeStream(bytes, file, (one) => untold.push(one)),
        reading,
      );
    }
  } catch (cause) {
    if (cause instanceof NoText) return failure([cause.diagnostic]);
    if (cause instanceof Fault) throw cause;
    return failure([refusal(file, cause)]);
  }
  if (!opened.ok) return opened;
  const told = [...opened.diagnostics, ...untold.splice(0)];
  const entries = telling(opened.value, reading);
  const first = await entries.next();
  if (first.done === true) return failure([...told, errorAt({ file }, 'no-rows', ...noRows)]);
  return success(begunWith(first.value, entries), told);
}

const noRows = [
  'There are headings in this roster, but no rows under them',
  'Fill in a row for each handout, and save it; `handout roster-template` shows two',
] as const;

async function* begunWith(
  first: RosterEntry,
  rest: AsyncGenerator<RosterEntry>,
): AsyncGenerator<RosterEntry> {
  yield first;
  yield* rest;
}

async function found(path: string): Promise<Stats> {
  const stats = await stat(path);
  if (stats.isSocket() || stats.isBlockDevice()) throw new Error('no file');
  return stats;
}

async function openText(
  source: string,
  pieces: AsyncGenerator<string>,
  reading: RosterReading,
): Promise<Outcome<AsyncGenerator<RosterEntry>>> {
  let start = '';
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    start += next.value;
    // The piece alone: what came before it is blank, and may be long.
    if (next.value.trim() !== '') break;
  }
  if (start.trim() === '') return failure([errorAt({ file: reading.file }, 'empty-file', ...isEmpty)]);
  const text = (async function* () {
    yield start;
    yield* pieces;
  })();
  const kind = rosterKind(source, start);
  if (kind === 'csv') return openCsv(text, reading);
  if (kind === 'json-lines') return success(jsonLineEntries(text, reading));
  let whole = '';
  for await (const piece of text) {
    whole += piece;
    if (whole.length > listLimit)
      return failure([errorAt({ file: reading.file }, 'file-too-large', ...isTooLarge)]);
  }
  const entries =
    kind === 'json'
      ? jsonProfiles(whole).map((row) => () => jsonEntry(row, reading))
      : yamlProfiles(whole).map((row) => () => slowEntry(row, 'yaml', reading));
  return success(
    (async function* () {
      for (const entry of entries) yield entry();
    })(),
  );
}

const isEmpty = ['This roster is empty', '`handout roster-template` writes one to fill in'] as const;
const isTooLarge = [
  'A list in YAML or JSON is read whole, up to 2 MB',
  'Give a large roster as CSV or JSON Lines (one profile a line, .jsonl): they have no limit',
] as const;

/** What concerns the whole roster and was found on the way goes out with the next entry. */
async function* telling(
  entries: AsyncGenerator<RosterEntry>,
  reading: RosterReading,
): AsyncGenerator<RosterEntry> {
  try {
    for await (const entry of entries) {
      yield { ...entry, diagnostics: [...reading.untold.splice(0), ...entry.diagnostics] };
    }
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('read-failed', `Reading ${reading.file} failed`, {
      cause,
      retryable: true,
      hint: 'Check the disk or the network drive, then try again',
    });
  }
}
