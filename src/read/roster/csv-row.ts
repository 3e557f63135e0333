/** The cells of one row of a CSV roster -> its entry; messages name the column, never what the cell holds. */

import { type Diagnostic, errorAt, type Place } from '../../domain/diagnostic.ts';
import type { RosterEntry } from '../../domain/job.ts';
import { inColumns, type RosterColumn } from '../../domain/roster-column.ts';
import { validate } from '../validate.ts';
import { readCell } from './cell.ts';
import type { Header } from './header.ts';
import { type RosterReading, repeated, rowEntry, wrongParts, wrongRow } from './row.ts';

/** `row`: as a spreadsheet counts, for which a text of several lines in a cell is one row. */
export function csvRow(
  cells: readonly string[],
  row: number,
  header: Header,
  reading: RosterReading,
): RosterEntry {
  const place: Place = { file: reading.file, line: row };
  if (reading.idsOnly) return wrongRow(place, [], idOf(cells, header) ?? String(row));
  const problems: Diagnostic[] = [];
  const complain = (code: string, message: string, hint: string) =>
    problems.push(errorAt(place, code, message, hint));
  const value: Record<string, unknown> = {};
  let hasIdColumn = false;
  header.columns.forEach((column, index) => {
    if (column === undefined) return;
    hasIdColumn ||= column.name === 'id';
    const raw = cells[index] ?? '';
    const cell = readCell(raw, column);
    if ('code' in cell) complain(cell.code, cell.message, cell.hint);
    else if (cell.value !== undefined) put(value, column.path, cell.value);
    if (raw.startsWith('"') && raw.includes('\n')) complain('stray-quote', ...strayQuote(column));
  });
  if (cells.slice(header.columns.length).some((cell) => cell.trim() !== ''))
    complain('too-many-cells', ...tooManyCells);
  if (!hasIdColumn) value['id'] = String(row);
  const told = problems.some(({ message }) => message.startsWith('`id`'));
  if (value['id'] === undefined && !told)
    complain('missing-id', '`id` is empty', 'Give each row an id of its own');
  if (value['topics'] === undefined && reading.overrides.topics === undefined)
    complain(
      'missing-topics',
      '`topics` is empty',
      'Fill it in, or give --topic; `handout topics` lists them',
    );

  const parsed = reading.schema.safeParse(value);
  const named = (entry: RosterEntry): RosterEntry => {
    const names = header.columns.flatMap((column) => column ?? []);
    const diagnostics = entry.diagnostics.length === 0 ? [] : inColumns(entry.diagnostics, names);
    if (!entry.ok) return { ...entry, diagnostics, inColumns: true };
    return { ...entry, diagnostics, job: { ...entry.job, inColumns: true } };
  };
  if (parsed.success && problems.length === 0)
    return named(rowEntry({ value: parsed.data, place: () => place }, place, reading));
  if (!parsed.success) {
    const valid = validate(reading.schema, { file: place.file, value, place: () => place });
    // A missing id has been told.
    problems.push(...valid.diagnostics.filter(({ code }) => code !== 'missing-key'));
  }
  problems.push(...repeated(value['id'], place, reading));
  return named(wrongParts(place, problems, value, reading));
}

/** Undefined without a column for it; blank is no id. */
function idOf(cells: readonly string[], header: Header): unknown {
  const at = header.columns.findIndex((column) => column?.name === 'id');
  const column = header.columns[at];
  if (column === undefined) return undefined;
  const cell = readCell(cells[at] ?? '', column);
  return 'code' in cell ? '' : (cell.value ?? '');
}

function strayQuote({ name }: RosterColumn): [string, string] {
  return [
    `\`${name}\` begins with a quotation mark that is not closed where it ends; rows after it may have been taken for a part of it`,
    'Write each quotation mark within a cell twice',
  ];
}

const tooManyCells = [
  'This row has more cells than there are columns',
  'Put a text that holds the delimiter in quotes, or give the column a name',
] as const;

/** Into maps of its own: copies of them, for each cell, would be half of the time. */
function put(value: Record<string, unknown>, path: readonly string[], cell: unknown): void {
  const [first = '', second] = path;
  if (second === undefined) {
    value[first] = cell;
    return;
  }
  const inner = (value[first] ?? {}) as Record<string, unknown>;
  inner[second] = cell;
  value[first] = inner;
}
