/** A roster that lies in memory, and the content -> the rows that are ready, and why the others are left out; nothing is made yet. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Paper } from '../domain/clinic.ts';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import type { RosterEntry } from '../domain/job.ts';
import { failure, type Outcome, success } from '../domain/outcome.ts';
import type { Profile } from '../domain/profile.ts';
import { inColumns, type RosterColumn, rosterColumns } from '../domain/roster-column.ts';
import type { Refusal } from '../domain/trace.ts';
import { readRoster } from '../read/roster/read-roster.ts';
import { surveyIds } from '../read/roster/survey-ids.ts';
import { TwiceIds } from '../read/roster/twice-ids.ts';
import { reasonOf } from './batch-reason.ts';
import { careRefusal } from './care-needed.ts';
import type { ClockTime } from './clock.ts';
import { noPrinter } from './early-printer.ts';
import type { LoadedContent, PageKit } from './kit.ts';
import { makeHandout } from './make.ts';
import { unprovedProblems } from './proved-content.ts';
import { type ProfileRequest, settleProfile } from './settle-profile.ts';

/** One line of the list of what is not made: names places and columns, and no value that could tell who it is. */
export interface LeftOut {
  readonly row: number;
  /** `stopped`: for safety, or for the text's own sake; `failed`: it was tried; `not-begun`: it was not. */
  readonly kind: 'error' | 'stopped' | 'failed' | 'not-begun';
  readonly code: string;
  readonly care?: Refusal['care'];
  readonly message: string;
  readonly hint?: string;
  readonly column?: string;
  /** Of a sign or a code that stops: a word of the rulebook's own. */
  readonly value?: string;
}

export interface ReadyRow {
  readonly row: number;
  readonly asked: ProfileRequest;
  readonly paper: Paper;
}

export interface CheckedRoster {
  readonly rows: number;
  readonly ready: readonly ReadyRow[];
  readonly leftOut: readonly LeftOut[];
  /** About the whole file. */
  readonly notes: readonly Diagnostic[];
}

export interface RosterRoom {
  readonly kit: LoadedContent;
  readonly page: PageKit;
  readonly clock: ClockTime;
  readonly signal: AbortSignal;
}

/** What is held of each is in memory until it is made. */
const mostRows = 5_000;
/** Notes may have several, and so may profiles; even blank ones take time. */
const mostLines = 200_000;
const pieceBytes = 64_000;
/** More of one row help nobody. */
const mostOfOneRow = 5;

/** `tell` gets the number of rows checked so far. A failure when the file can't be used at all. */
export async function checkRoster(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  room: RosterRoom,
  tell: (rows: number) => void,
): Promise<Outcome<CheckedRoster>> {
  const { content } = room.kit;
  if (hasMoreLines(bytes, mostLines)) return failure([errorAt({ file: name }, 'too-many-rows', ...tooMany)]);
  const twice = new TwiceIds();
  await surveyIds(name, content.rulebook, twice, once(bytes, room.signal));
  const roster = await readRoster(name, content.rulebook, { bytes: once(bytes, room.signal), twice });
  if (!roster.ok) return failure(roster.diagnostics);
  const proved = new Map<string, Promise<Diagnostic[]>>();
  const columns = rosterColumns(content.rulebook);
  const ready: ReadyRow[] = [];
  const leftOut: LeftOut[] = [];
  let rows = 0;
  for await (const entry of roster.value) {
    if (room.signal.aborted) break;
    rows += 1;
    if (rows > mostRows) return failure([errorAt({ file: name }, 'too-many-rows', ...tooMany)]);
    const checked = await checkedRow(entry, columns, proved, room);
    if (Array.isArray(checked)) leftOut.push(...checked);
    else ready.push(checked);
    tell(rows);
    // Previews of others go on meanwhile.
    await breathe();
  }
  if (rows === 0) return failure([errorAt({ file: name }, 'no-rows', 'The file has no rows')]);
  return success({ rows, ready, leftOut, notes: roster.diagnostics });
}

const tooMany = [
  `More than ${mostRows} rows are too many for the page`,
  'Split the file, or ask your helper: handout batch takes any number',
] as const;

/** Systems end a line with one byte or with two: it is no exact count, and need not be. */
function hasMoreLines(bytes: Uint8Array, most: number): boolean {
  let ends = 0;
  for (const byte of bytes) if (byte === 10 || byte === 13) ends += 1;
  return ends > most * 2;
}

/** In pieces, so that a long file holds up nobody else. */
async function* once(bytes: Uint8Array, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length && !signal.aborted; start += pieceBytes) {
    yield bytes.subarray(start, start + pieceBytes);
    await breathe();
  }
}

async function checkedRow(
  entry: RosterEntry,
  columns: readonly RosterColumn[],
  proved: Map<string, Promise<Diagnostic[]>>,
  room: RosterRoom,
): Promise<ReadyRow | LeftOut[]> {
  const { kit, clock } = room;
  const { content } = kit;
  const place = entry.ok ? entry.job.place : entry.place;
  const row = place.line ?? 0;
  const wrong = (diagnostics: readonly Diagnostic[]) =>
    diagnostics
      .filter(({ severity }) => severity === 'error')
      .slice(0, mostOfOneRow)
      .map((one) => errorRow(row, one, reasonOf([one], place, columns).column));
  // Whatever else is wrong with the row, what care the patient needs is told first.
  const inDanger = (known: Profile | undefined): LeftOut[] => {
    const refusal =
      known === undefined ? undefined : careRefusal(known, content, known.visit.date ?? clock.today);
    return known === undefined || refusal === undefined ? [] : [stoppedRow(row, refusal, known)];
  };
  if (!entry.ok) return [...inDanger(entry.readable), ...wrong(entry.diagnostics)];
  const { profile } = entry.job;
  const settled = settleProfile(profile, place, content, {}, clock.today, entry.diagnostics);
  if (!settled.ok) {
    const { diagnostics } = settled;
    const told = entry.job.inColumns === true ? inColumns(diagnostics, columns) : diagnostics;
    return [...inDanger(profile), ...wrong(told)];
  }
  const asked = settled.value;
  const text = `${asked.topic.topic.id}/${asked.language}`;
  const proof =
    proved.get(text) ??
    unprovedProblems(content, asked.topic.topic.id, asked.language, clock.today, kit.proof);
  proved.set(text, proof);
  const unproved = await proof;
  if (unproved.length > 0) return [...inDanger(profile), ...wrong(unproved.slice(0, 1))];
  const paper = entry.job.paper ?? content.clinic.paper;
  const tried = await makeHandout({
    content: kit,
    page: room.page,
    ...asked,
    paper,
    as: 'trace',
    notesConfirmed: false,
    clock,
    printer: noPrinter,
  });
  return tried.kind === 'refused' ? [stoppedRow(row, tried.refusal, profile)] : { row, asked, paper };
}

function errorRow(row: number, { code, message, hint }: Diagnostic, column: string | undefined): LeftOut {
  return {
    row,
    kind: 'error',
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(column === undefined ? {} : { column }),
  };
}

/** The first line says what care, the last that nothing was printed: both stand elsewhere on the screen. */
export function stoppedRow(row: number, { code, care, lines }: Refusal, profile: Profile): LeftOut {
  const sign = code === 'warning-sign';
  const byCode = code === 'blocking-code';
  const message = (sign || byCode ? lines.slice(1, -1) : lines).join(' ');
  const value = (sign ? profile.warningSigns : byCode ? profile.visit.codes : []).join(', ');
  const column = sign ? 'warning_signs' : byCode ? 'codes' : /notes|words/.test(code) ? 'notes' : undefined;
  return {
    row,
    kind: 'stopped',
    code,
    care,
    message,
    ...(value === '' ? {} : { value }),
    // A sign may follow from an answer elsewhere in the row.
    ...(column === undefined || (sign && value === '') ? {} : { column }),
  };
}
