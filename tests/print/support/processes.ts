/** The process table -> whether a browser of ours still runs. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Ids of processes whose command line holds a text. */
export function processesWith(text: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
    } catch {
      return false;
    }
  });
}

/** Waits until a condition holds, for at most ten seconds; gives whether it does. */
export async function soon(condition: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 200 && !condition(); tries += 1) await delay(50);
  return condition();
}

/** True where a process table can be read. */
export const hasProcessTable = existsSync('/proc/self/cmdline');
