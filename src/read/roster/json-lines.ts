/** A text in pieces, one profile in JSON on each line -> an entry for each, as they come. */

import type { RosterEntry } from '../../domain/job.ts';
import { profileLimit } from '../read-profile.ts';
import type { RosterReading } from './row.ts';
import { jsonEntry, tooLongRow } from './text-row.ts';

export async function* jsonLineEntries(
  pieces: AsyncIterable<string>,
  reading: RosterReading,
): AsyncGenerator<RosterEntry> {
  for await (const { text, line } of linesOf(pieces, profileLimit.maxBytes)) {
    if (text === undefined) yield tooLongRow(line, reading);
    else if (text.trim() !== '') yield jsonEntry({ text, line }, reading);
  }
}

/** A line that is longer than the limit is not kept: its text is undefined. */
async function* linesOf(
  pieces: AsyncIterable<string>,
  longest: number,
): AsyncGenerator<{ text: string | undefined; line: number }> {
  let kept = '';
  let tooLong = false;
  let line = 1;
  const take = (more: string): { text: string | undefined; line: number } => {
    const isTooLong = tooLong || kept.length + more.length > longest;
    const text = isTooLong ? undefined : kept + more;
    kept = '';
    tooLong = false;
    return { text, line: line++ };
  };
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
      yield take(piece.slice(start, end));
      start = end + 1;
    }
    if (!tooLong) kept += piece.slice(start);
    if (kept.length > longest) {
      tooLong = true;
      kept = '';
    }
  }
  if (kept !== '' || tooLong) yield take('');
}
