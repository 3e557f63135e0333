/** Records and a folder -> as many more lines in `records.jsonl`, on the disk when this returns. */

import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../domain/fault.ts';
import type { HandoutRecord } from '../domain/handout-record.ts';
import { makeFolder } from './whole-file.ts';

const recordsFile = 'records.jsonl';

/** The folder is made when missing (0700, the file 0600). Throws a Fault `write-failed`. */
export async function appendRecords(folder: string, records: readonly HandoutRecord[]): Promise<void> {
  if (records.length === 0) return;
  const path = join(folder, recordsFile);
  try {
    await makeFolder(folder);
    const file = await open(path, 'a+', 0o600);
    try {
      // A line that was cut off when the power went must not swallow this one.
      const { size } = await file.stat();
      const last = Buffer.alloc(1);
      if (size > 0) await file.read(last, 0, 1, size - 1);
      const start = size > 0 && last[0] !== 0x0a ? '\n' : '';
      await file.appendFile(`${start}${records.map((record) => `${JSON.stringify(record)}\n`).join('')}`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (cause) {
    const { code = 'unknown reason' } = cause as NodeJS.ErrnoException;
    throw new Fault('write-failed', `The record could not be written: ${path} (${code})`, {
      cause,
      hint: 'Give another folder with --records DIR or HANDOUT_RECORDS',
    });
  }
}
