/** The folder of a batch and where a PDF or an archive of all lies -> its name in the manifest, and back. */

import { isAbsolute, join, relative, resolve, sep } from 'node:path';

/** From the folder on; a whole path where it lies elsewhere, or has a name that not every system knows. */
export function nameInManifest(out: string, path: string): string {
  const name = relative(resolve(out), resolve(path));
  if (name.startsWith('..') || isAbsolute(name)) return resolve(path);
  const inFolder = name.split(sep).join('/');
  return /[\\:\p{Cc}]/u.test(inFolder) ? resolve(path) : inFolder;
}

export function bundlePath(out: string, name: string): string {
  return isAbsolute(name) ? name : join(out, name);
}
