/** A text in pieces, a header and a row for each handout -> the header understood, and an entry for each row as they come. */

import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { errorAt, warningAt } from '../../domain/diagnostic.ts';
import type { RosterEntry } from '../../domain/job.ts';
import { failure, type Outcome, success } from '../../domain/outcome.ts';
import { rosterColumns } from '../../domain/roster-column.ts';
import { profileLimit } from '../read-profile.ts';
import { csvRow } from './csv-row.ts';
import { endOfRow, type Header, readHeader } from './header.ts';
import { type RosterReading, wrongRow } from './row.ts';

/** No header is longer. */
const longestHeader = 64_000;

export async function openCsv(
  pieces: AsyncGenerator<string>,
  reading: RosterReading,
): Promise<Outcome<AsyncGenerator<RosterEntry>>> {
  const { file } = reading;
  let start = '';
  let head = headOf(start, false);
  while (head === undefined) {
    const next = await pieces.next();
    if (!next.done) start += next.value;
    head = headOf(start, next.done === true || start.length > longestHeader);
  }
  const place = { file, line: head.row };
  if (head.text.trim() === '') return failure([errorAt({ file }, 'empty-file', ...isEmpty)]);
  const header = readHeader(head.text, place, rosterColumns(reading.rulebook), head.delimiter);
  if (!header.ok) return header;
  const hasId = header.value.columns.some((column) => column?.name === 'id');
  const entries = csvEntries(joined(start.slice(head.at), pieces), header.value, head, reading);
  return success(entries, hasId ? [] : [warningAt(place, 'no-id-column', ...noId)]);
}

const isEmpty = ['This roster is empty', '`handout roster-template` writes one to fill in'] as const;
const noId = [
  'No column gives an id, so the number of the row is taken: it changes when rows are added or sorted',
  'Add a column `id` with something that stays, so that a handout is known again',
] as const;

interface Head {
  readonly text: string;
  /** Where the header begins in the text, and the spreadsheet's number of that row. */
  readonly at: number;
  readonly row: number;
  /** Named by a first line `sep=;`. */
  readonly delimiter?: string;
}

/** Undefined as long as its end is not there. */
function headOf(text: string, last: boolean): Head | undefined {
  const sep = /^sep=(.)[ \t]*(\n|$)/i.exec(text);
  const named = sep === null || (sep[2] === '' && !last) ? undefined : sep;
  const skipped = named?.[0].length ?? 0;
  const blank = /^\s*\n/.exec(text.slice(skipped))?.[0] ?? '';
  const at = skipped + blank.length;
  const end = endOfRow(text, at) ?? (last ? text.length : undefined);
  if (end === undefined) return undefined;
  const blankRows = blank.split('\n').length - 1;
  const delimiter = named?.[1];
  return {
    text: text.slice(at, end),
    at,
    row: 1 + blankRows,
    ...(delimiter === undefined ? {} : { delimiter }),
  };
}

async function* joined(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (start !== '') yield start;
  yield* rest;
}

async function* csvEntries(
  text: AsyncGenerator<string>,
  header: Header,
  head: Head,
  reading: RosterReading,
): AsyncGenerator<RosterEntry> {
  const parser = parse({
    delimiter: header.delimiter,
    record_delimiter: '\n',
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: profileLimit.maxBytes,
  });
  const rows = pipeline(Readable.from(text), parser, () => undefined);
  // Of the row that comes next.
  let row = head.row;
  try {
    for await (const record of rows as AsyncIterable<readonly string[]>) {
      const isBlank = record.every((cell) => cell.trim() === '');
      if (row !== head.row && !isBlank) yield csvRow(record, row, header, reading);
      row += 1;
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const place = { file: reading.file, line: row };
    yield wrongRow(place, [errorAt(place, 'open-quote', ...openQuote)]);
  }
}

const openQuote = [
  'A quotation mark in this row is never closed: this row and all after it could not be read',
  'Close it, or write each quotation mark within a cell twice',
] as const;
