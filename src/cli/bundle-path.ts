/** `--combine FILE.pdf` or `--zip FILE.zip` -> its path, once it can be one. */

import { BadUsage } from './bad-usage.ts';
import { isFolder } from './checked-settings.ts';

export function bundlePath(flag: string, path: string | undefined, end: string): string | undefined {
  if (path === undefined) return undefined;
  if (!path.toLowerCase().endsWith(end))
    throw new BadUsage(`${flag} names a file that ends in ${end}`, `For instance ${flag} all${end}`);
  if (isFolder(path)) throw new BadUsage(`${path} is a folder`, `Give ${flag} a file, such as all${end}`);
  return path;
}
