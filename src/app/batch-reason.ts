/** Why a row has no handout -> the reason for the manifest, which names places and columns but no value. */

import { basename } from 'node:path';
import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
import type { Fault } from '../domain/fault.ts';
import type { RosterColumn } from '../domain/roster-column.ts';

export interface RowReason {
  readonly code: string;
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
}

export function reasonOf(
  diagnostics: readonly Diagnostic[],
  { file, line }: Place,
  columns: readonly RosterColumn[],
): RowReason {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  const column = first === undefined ? undefined : columnIn(first.message, columns);
  return {
    code: first?.code ?? 'unknown',
    file: basename(file).slice(0, 255),
    ...(line === undefined ? {} : { row: line }),
    ...(column === undefined ? {} : { column }),
  };
}

/** Messages name first, in code marks, what they speak of: a column, or the field of a profile that it fills. */
function columnIn(message: string, columns: readonly RosterColumn[]): string | undefined {
  const named = /`([\w.]+)/.exec(message)?.[1];
  return columns.find(({ name, path }) => name === named || path.join('.') === named)?.name;
}

/** Of our own: its message may hold anything, a patient's data too. */
export function mistakeTold(error: unknown, place: Place): Diagnostic {
  const kind = error instanceof Error ? error.name : typeof error;
  const message = `Something went wrong inside the program (${kind})`;
  const hint = 'Make this row alone with `handout make`; if it stays, report it without patient data';
  return errorAt(place, 'program-error', message, hint);
}

export function told({ code, message, hint }: Fault, place: Place): Diagnostic {
  return { severity: 'error', ...place, code, message, ...(hint === undefined ? {} : { hint }) };
}
