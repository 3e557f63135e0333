/** `handout purge DIR --older-than 30d`: a folder of handouts -> without those that are older, and a manifest that says so. */

import { readClock } from '../app/clock.ts';
import { purgeFolder } from '../app/purge-folder.ts';
import { readAge } from './age-flag.ts';
import { BadUsage } from './bad-usage.ts';
import { isFolder } from './checked-settings.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export interface PurgeFlags {
  readonly olderThan: string;
  readonly dryRun?: boolean | undefined;
}

/** Names what goes; exit code 1 when something old was left. */
export async function runPurge(
  folder: string,
  flags: PurgeFlags,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const age = readAge(flags.olderThan, '--older-than');
  if (!isFolder(folder)) throw new BadUsage(`There is no folder ${folder}`, 'Give the --out of a batch');
  const { moment } = readClock();
  const before = new Date(Date.parse(moment) - age).toISOString();
  const dryRun = flags.dryRun === true;
  const done = await purgeFolder(folder, { before, moment, dryRun, signal });
  if (done.manifests === 0)
    throw new BadUsage(`There is no manifest in ${folder}`, 'Only handouts that a manifest lists are purged');
  for (const path of done.removed) terminal.out(path);
  for (const path of done.left)
    terminal.say(`warning: left as it is, it is not the file that was made, or may not be removed: ${path}`);
  for (const path of done.unknown)
    terminal.say(`warning: in no manifest, so it is left; if it holds sheets, delete it by hand: ${path}`);
  if (done.gone.length > 0)
    terminal.say(`${handouts(done.gone.length)} had been removed before; the manifest tells it now`);
  const what = dryRun ? 'would be purged; nothing was changed' : 'purged';
  terminal.say(
    `${handouts(done.removed.length)} made before ${before.slice(0, 16)}Z ${what}. Kept: ${done.kept}`,
  );
  return done.left.length === 0 ? exitCode.done : exitCode.someFailed;
}

function handouts(count: number): string {
  return `${count} ${count === 1 ? 'handout' : 'handouts'}`;
}
