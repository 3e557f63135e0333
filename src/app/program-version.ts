/** The program's folder and what runs it -> a text that changes with either: a copy made by another build is never used. */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Size and time of every file; and who runs them, since words are found and sorted by its tables of letters. */
export function programVersion(
  home: string,
  versions: { readonly [name: string]: string | undefined },
): string {
  const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).sort();
  const builds = files.map((name) => {
    const { size, mtimeMs } = statSync(join(home, name));
    return `${name} ${size} ${mtimeMs}`;
  });
  return [`node ${versions['node']}`, `icu ${versions['icu']}`, ...builds].join('\n');
}
