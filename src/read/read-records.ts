/** A file of records, one JSON object a line -> those that tell of a sheet, and how many lines could not be read. */

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type HandoutRecord, handoutRecordSchema } from '../domain/handout-record.ts';

export interface ReadRecords {
  readonly records: readonly HandoutRecord[];
  readonly damaged: number;
}

/** Line by line: the file of a busy clinic may be large. Throws when it can't be opened. */
export async function readRecords(path: string): Promise<ReadRecords> {
  const records: HandoutRecord[] = [];
  let damaged = 0;
  const lines = createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    const record = handoutRecordSchema.safeParse(value);
    if (record.success) records.push(record.data);
    else if (!tellsOfNoSheet(value)) damaged += 1;
  }
  return { records, damaged };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** A manifest also tells of sheets that were refused or failed. */
function tellsOfNoSheet(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return 'kind' in value && value.kind !== 'made' && value.kind !== 'override';
}
