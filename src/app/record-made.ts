/** A handout that was made -> its record, and the record in the clinic's folder; never a word about the patient. */

import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { appendRecords } from '../deliver/append-record.ts';
import type { Content } from '../domain/content.ts';
import { Fault } from '../domain/fault.ts';
import type { Handout } from '../domain/handout.ts';
import type { HandoutRecord, ReviewOverride } from '../domain/handout-record.ts';
import type { Refusal } from '../domain/trace.ts';
import type { Settings } from '../settings.ts';

export function recordOf(
  handout: Handout,
  bytes: Uint8Array,
  content: Content,
  moment: string,
  override: ReviewOverride | undefined,
): HandoutRecord {
  const { topic, language, style, paper, contentId, version } = handout;
  const contentHash = content.hashes.get(`${topic}/${language}`);
  return {
    kind: 'made',
    at: moment,
    topic,
    language,
    style,
    paper,
    contentId,
    ...(contentHash === undefined ? {} : { contentHash }),
    version,
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(override === undefined ? {} : { override }),
  };
}

/** Before the sheet is handed over. An override that can't be recorded is none: the refusal says why. */
export async function recordOverride(
  { records }: Settings,
  record: HandoutRecord,
): Promise<Refusal | undefined> {
  if (record.override === undefined) return undefined;
  if (records === undefined)
    return unrecorded('Records are switched off', 'Leave out `off`, then try again.');
  try {
    await appendRecords(records, [{ ...record, kind: 'override' }]);
    return undefined;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return unrecorded(error.message, `${error.hint ?? ''}.`);
  }
}

/** After it was handed over: a sheet is not held back for want of a record. Gives a warning when there is none. */
export async function recordMade(
  { records }: Settings,
  record: HandoutRecord,
  placed: string | undefined,
): Promise<string | undefined> {
  if (records === undefined) return undefined;
  const name = basename(placed ?? '');
  const ours = name.toLowerCase().includes(record.contentId.toLowerCase());
  try {
    await appendRecords(records, [{ ...record, ...(ours ? { file: name } : {}) }]);
    return undefined;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return `${error.message}. \`handout recall\` will not know of this sheet (record-failed)`;
  }
}

function unrecorded(what: string, mend: string): Refusal {
  return {
    code: 'review-overdue',
    care: 'review',
    lines: [
      'An override of an overdue review must be recorded, and this one can not be.',
      `${what}.`,
      mend,
      'No handout was printed.',
    ],
  };
}
