/** How a browser ended and its last words -> why it could not start, in plain words. */

import type { ProcessEnd } from './browser-process.ts';

/** A clause to follow "was not used because". */
export function reasonOfEnd(end: ProcessEnd, lastWords: string): string {
  if (end.error !== undefined) return reasonOfError(end.error);
  if (/No usable sandbox|namespace sandbox|Failed to move to new namespace/i.test(lastWords)) {
    return 'this system does not let it build its sandbox';
  }
  if (/Running as root without --no-sandbox/.test(lastWords))
    return 'it does not run as root with its sandbox on';
  const library = /error while loading shared libraries: ([^\s:]+)/.exec(lastWords)?.[1];
  if (library !== undefined) return `the library ${library} is missing on this system`;
  const how = end.signal === null ? `exit code ${end.code}` : `signal ${end.signal}`;
  const last = lastWords
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/[^ -~]/g, '?')
    .slice(0, 200);
  return `it ended while starting (${how}${last ? `; its last words: ${last}` : ''})`;
}

function reasonOfError(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'EACCES':
      return 'it may not be run from the disk where it lies';
    case 'ENOENT':
      return 'the program, or the system library that loads it, is missing';
    default:
      return `it can't be run (${error.code ?? error.message})`;
  }
}
