/** `--out FOLDER` of many handouts -> its path, unless a file stands there. */

import { statSync } from 'node:fs';
import { BadUsage } from './bad-usage.ts';

export function outFolder(path: string | undefined): string {
  if (path === '') throw new BadUsage('--out is empty', 'Name a folder, which may be new');
  const out = path ?? 'output';
  const there = statSync(out, { throwIfNoEntry: false });
  if (there !== undefined && !there.isDirectory())
    throw new BadUsage(
      `--out names a folder, and a file stands where it should be: ${out}`,
      'Name a folder, which may be new. For one PDF of all add --combine FILE.pdf',
    );
  return out;
}
