/** The handouts of a run and a path -> one zip archive of them. */

import { openWorkshop } from '../deliver/workshop.ts';
import { writeZip } from '../deliver/write-zip.ts';
import type { Bundle } from './batch-combine.ts';

/** `files`: the names of each handout in the folder. Throws Faults `in-use`, `write-failed`. */
export async function zipBatch(
  path: string,
  folder: string,
  files: readonly (readonly string[])[],
): Promise<Bundle> {
  const workshop = await openWorkshop(path);
  try {
    const bytes = await writeZip(workshop, path, folder, files.flat());
    return { kind: 'zip', state: 'made', path, handouts: files.length, bytes };
  } finally {
    await workshop.close();
  }
}
