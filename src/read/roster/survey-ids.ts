/** A roster that can be read twice -> how many rows it has; its ids are noted, before the first handout is made. */

import { stat } from 'node:fs/promises';
import type { Rulebook } from '../../domain/rulebook.ts';
import { readRoster } from './read-roster.ts';
import type { TwiceIds } from './twice-ids.ts';

/** Undefined when it can be read but once, as standard input and pipes, or not at all. */
export async function surveyIds(
  source: string,
  rulebook: Rulebook,
  twice: TwiceIds,
  bytes?: AsyncIterable<Uint8Array>,
): Promise<number | undefined> {
  if (bytes === undefined && !(await canBeReadTwice(source))) return undefined;
  const roster = await readRoster(source, rulebook, {
    idsOnly: true,
    ...(bytes === undefined ? {} : { bytes }),
  });
  if (!roster.ok) return undefined;
  let rows = 0;
  for await (const entry of roster.value) {
    rows += 1;
    if (!entry.ok && entry.id !== undefined) twice.add(entry.id, entry.place);
  }
  return rows;
}

async function canBeReadTwice(source: string): Promise<boolean> {
  if (source === '-') return false;
  const stats = await stat(source).catch(() => undefined);
  return stats?.isFile() === true || stats?.isDirectory() === true;
}
