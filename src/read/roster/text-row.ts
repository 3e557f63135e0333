/** One profile in JSON or YAML, as a text within a roster -> its entry, with places counted in the whole file. */

import { type Diagnostic, errorAt, type Place } from '../../domain/diagnostic.ts';
import type { RosterEntry } from '../../domain/job.ts';
import { validate } from '../validate.ts';
import { parseYaml } from '../yaml-document.ts';
import { type RosterReading, repeated, rowEntry, wrongParts, wrongRow } from './row.ts';

export interface TextRow {
  readonly text: string;
  /** Where it begins in the file. */
  readonly line: number;
}

/** What is in order is read by the quick parser of the language; the slow one finds the place of what is not. */
export function jsonEntry(row: TextRow, reading: RosterReading): RosterEntry {
  const place: Place = { file: reading.file, line: row.line };
  const value = parsed(row.text);
  if (value === undefined || keysIn(value, deepestCounted) !== keysWritten(row.text))
    return slowEntry(row, 'json', reading);
  if (reading.idsOnly) return wrongRow(place, [], idIn(withTextId(value)));
  const valid = reading.schema.safeParse(withTextId(value));
  if (!valid.success) return slowEntry(row, 'json', reading);
  return rowEntry({ value: valid.data, place: () => place }, place, reading);
}

/** `id` fills in where the row itself has none. */
export function slowEntry(
  row: TextRow,
  language: 'json' | 'yaml',
  reading: RosterReading,
  id?: string,
): RosterEntry {
  const place: Place = { file: reading.file, line: row.line };
  if (reading.idsOnly && id !== undefined && !writesId.test(row.text)) return wrongRow(place, [], id);
  // A name that ends in .json is held to the rules of JSON.
  const yaml = parseYaml({ name: language === 'json' ? 'row.json' : reading.file, text: row.text });
  const moved = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.map((one) => ({ ...one, file: place.file, line: row.line - 1 + (one.line ?? 1) }));
  if (!yaml.ok) return wrongRow(place, moved(yaml.diagnostics), id);
  const written = language === 'json' ? withTextId(yaml.value.value) : yaml.value.value;
  const value = id === undefined || !isMap(written) || 'id' in written ? written : { id, ...written };
  if (reading.idsOnly) return wrongRow(place, [], idIn(value));
  const valid = validate(reading.schema, { ...yaml.value, value });
  const inFile: typeof yaml.value.place = (path, of) => {
    const found = yaml.value.place(path, of);
    return { ...found, file: place.file, line: row.line - 1 + (found.line ?? 1) };
  };
  if (valid.ok) return rowEntry({ value: valid.value, place: inFile }, place, reading);
  const twice = repeated(idIn(value), place, reading);
  return wrongParts(place, [...moved(valid.diagnostics), ...twice], value, reading, inFile);
}

/** Of a profile that may have an id of its own, beside the name of its file. */
const writesId = /\bid\b/;

function idIn(value: unknown): unknown {
  return isMap(value) ? value['id'] : undefined;
}

/** Longer than any profile; the rows after it are read. */
export function tooLongRow(line: number, reading: RosterReading): RosterEntry {
  const place = { file: reading.file, line };
  const hint = 'Look whether a line break or a quotation mark is missing';
  return wrongRow(place, [errorAt(place, 'row-too-long', 'This row is too long for a profile', hint)]);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A record number is a number in many exports. */
function withTextId(value: unknown): unknown {
  if (!isMap(value) || !Number.isSafeInteger(value['id'])) return value;
  return { ...value, id: String(value['id']) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Deeper than any profile, and not so deep that the stack ends: then the slow way says what is wrong. */
const deepestCounted = 60;

function keysIn(value: unknown, levels: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (levels === 0) return Number.NaN;
  const inner = Object.values(value).reduce((sum: number, each) => sum + keysIn(each, levels - 1), 0);
  return inner + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

/** More than were read means that a key stands twice, of which JSON takes the last without a word. */
function keysWritten(text: string): number {
  const strings = text.match(/"(?:[^"\\]|\\.)*"(?:\s*:)?/g) ?? [];
  return strings.filter((each) => each.endsWith(':')).length;
}
