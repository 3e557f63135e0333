/** What the manifest knows of a job -> its sheets of earlier runs that still lie there: told, or removed. */

import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownJob, OlderSheet } from '../domain/manifest.ts';
import type { BatchRoom } from './batch-room.ts';
import { momentNow } from './clock.ts';

type OlderRoom = Pick<BatchRoom, 'known'> & { readonly request: Pick<BatchRoom['request'], 'out'> };

/** By name, with the moment at which each was made. */
export async function olderSheets(job: string, room: OlderRoom): Promise<OlderSheet[]> {
  return lying(named(room.known.get(job)), room);
}

/** Those under another name than it has now. */
export async function otherSheets(
  job: string,
  names: readonly string[],
  room: OlderRoom,
): Promise<{ older?: OlderSheet[] }> {
  const others = named(room.known.get(job)).filter(({ file }) => !names.includes(file));
  const older = await lying(others, room);
  return older.length === 0 ? {} : { older };
}

/**
 * `further`: the job under which one of its names by code stands in the manifest. `own`: the name that nobody but this
 * row has, whatever the manifest knows of it: another run may be at work in this folder. Gives those that could not be
 * removed, and those that are gone now, of which some may have been before; throws a Fault when the manifest can't be told.
 */
export async function removeOlder(
  job: string,
  further: (file: string) => string,
  own: string | undefined,
  room: OlderRoom & Pick<BatchRoom, 'append'>,
): Promise<{ readonly stuck: OlderSheet[]; readonly removed: OlderSheet[] }> {
  const sheets = new Map(named(room.known.get(job)).map((sheet) => [sheet.file, sheet]));
  if (own !== undefined && !sheets.has(own))
    for (const sheet of await lying([{ file: own, at: momentNow() }], room)) sheets.set(own, sheet);
  const stuck: OlderSheet[] = [];
  const gone: OlderSheet[] = [];
  for (const sheet of sheets.values()) {
    const { file } = sheet;
    const removed = await rm(join(room.request.out, file), { force: true }).then(
      () => true,
      () => false,
    );
    if (!removed) stuck.push(sheet);
    else {
      gone.push(sheet);
      const its = further(file);
      await room.append({ kind: 'purged', at: momentNow(), file, job: room.known.has(its) ? its : job });
    }
  }
  return { stuck, removed: gone };
}

async function lying(sheets: readonly OlderSheet[], { request }: OlderRoom): Promise<OlderSheet[]> {
  const there = await Promise.all(
    sheets.map(async (sheet) => {
      const stats = await stat(join(request.out, sheet.file)).catch(() => undefined);
      return stats?.isFile() === true ? [sheet] : [];
    }),
  );
  return there.flat();
}

function named(known: KnownJob | undefined): OlderSheet[] {
  if (known === undefined) return [];
  const { file, also = [], at, older = [] } = known;
  const names = file === undefined ? also : [file, ...also];
  return [...names.map((name) => ({ file: name, at })), ...older];
}
