/** What the manifest knows of a job, its input now, its file now -> whether there is nothing to do. */

import type { KnownJob } from '../domain/manifest.ts';

/** As `stat` gives them; undefined when the file is not there. */
export interface FileNow {
  readonly size: number;
  readonly mtimeMs: number;
}

/** The bytes are not read: a byte that changed without a new time is found by `handout verify`. */
export function unchanged(known: KnownJob | undefined, input: string, file: FileNow | undefined): boolean {
  return (
    known?.kind === 'made' &&
    known.input === input &&
    file !== undefined &&
    file.size === known.bytes &&
    file.mtimeMs === known.mtimeMs
  );
}
