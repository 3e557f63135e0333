/** The path of a PDF or an archive of all -> whether it will be possible to put one there: a Fault before any work, not after it. */

import { openWorkshop } from '../deliver/workshop.ts';

/** Makes its folder. Throws Faults `write-failed`, `in-use`. */
export async function tryBundlePlace(path: string): Promise<void> {
  const workshop = await openWorkshop(path);
  await workshop.close();
}
