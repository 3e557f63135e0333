/** What lies in a folder, and the files that its manifests list -> sheets and archives that no manifest tells of, and other strangers. */

import { resolve } from 'node:path';
import type { HandedOut } from './handed-out.ts';

export interface NotListed {
  /** Sheets and archives. */
  readonly unlisted: readonly string[];
  /** Anything else: a roster, say, that should not lie here. */
  readonly strangers: readonly string[];
}

/** `files`: by absolute path. */
export function notListed(
  { sheets, others }: Pick<HandedOut, 'sheets' | 'others'>,
  files: ReadonlyMap<string, unknown>,
): NotListed {
  const unknown = [...sheets, ...others].filter((path) => !files.has(resolve(path))).sort();
  const mayHold = (path: string) => /\.(pdf|html|zip)$/i.test(path);
  return { unlisted: unknown.filter(mayHold), strangers: unknown.filter((path) => !mayHold(path)) };
}
