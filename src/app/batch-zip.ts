/** The handouts of a run and a path -> one zip archive of them, told in the manifest. */

import { openWorkshop } from '../deliver/workshop.ts';
import { writeZip } from '../deliver/write-zip.ts';
import type { Bundle } from './batch-combine.ts';
import { jobMark } from './batch-held.ts';
import type { BatchRoom } from './batch-room.ts';
import { nameInManifest } from './bundle-file.ts';
import { momentNow } from './clock.ts';

export interface Zipped {
  readonly job: string;
  /** Names in the folder. */
  readonly files: readonly string[];
}

/** Throws Faults `in-use`, `write-failed`. */
export async function zipBatch(
  path: string,
  handouts: readonly Zipped[],
  room: Pick<BatchRoom, 'request' | 'append'>,
): Promise<Bundle> {
  const { out } = room.request;
  const workshop = await openWorkshop(path);
  try {
    const names = handouts.flatMap(({ files }) => files);
    const placed = await writeZip(workshop, path, out, names);
    const jobs = handouts.map(({ job }) => jobMark(job));
    const told = { file: nameInManifest(out, path), ...placed, handouts: handouts.length, jobs };
    await room.append({ kind: 'zip', at: momentNow(), ...told });
    return { kind: 'zip', state: 'made', path, handouts: handouts.length, bytes: placed.bytes };
  } finally {
    await workshop.close();
  }
}
