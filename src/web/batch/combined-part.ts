/** A batch that was made and the number of a part -> one PDF of that part, made when it is first asked for. */

import { combineRows, partsOf } from '../../app/desk-batch.ts';
import type { Desk } from '../desk.ts';
import { type CombinedPart, type DeskBatch, roomOf } from './batches.ts';

/** Parts count from 1; undefined for one that is not there. */
export async function combinedPart(
  desk: Desk,
  batch: DeskBatch,
  part: number,
): Promise<CombinedPart | undefined> {
  const parts = partsOf(batch.made);
  const rows = parts[part - 1];
  if (rows === undefined) return undefined;
  const known = batch.combined.get(part);
  if (known !== undefined) return known;
  const first = parts.slice(0, part - 1).reduce((sum, each) => sum + each.length, 1);
  // Its own end, since a cancelled batch may still be printed.
  const room = { ...roomOf(batch, desk), signal: new AbortController().signal };
  const making = combineRows(rows, first, room).then((made) => {
    batch.bytes += made.pdf.byteLength;
    return {
      ...made,
      papers: [...new Set(rows.map(({ paper }) => paper))],
      records: rows.map(({ record }) => record),
    };
  });
  batch.combined.set(part, making);
  // What went wrong is tried anew when it is asked for again.
  making.catch(() => batch.combined.delete(part));
  return making;
}
