/** `handout verify DIR`: a folder of handouts -> whether each is there, byte for byte as its manifest says. */

import { type Verified, verifyFolder } from '../app/verify-folder.ts';
import { BadUsage } from './bad-usage.ts';
import { isFolder } from './checked-settings.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

export interface VerifyFlags {
  readonly json?: boolean | undefined;
}

/** Exit code 1 when anything is missing, altered, unlisted, or may not be read. */
export async function runVerify(folder: string, flags: VerifyFlags, terminal: Terminal): Promise<ExitCode> {
  const found = await checkedFolder(folder);
  const wrong = found.missing.length + found.altered.length + found.unlisted.length + found.unread.length;
  if (flags.json === true) terminal.out(JSON.stringify({ folder, right: wrong === 0, ...found }, null, 2));
  else {
    terminal.out(resultTable(found));
    const names: readonly (readonly [string, readonly string[]])[] = [
      ['missing', found.missing],
      ['altered', found.altered],
      ['not in the manifest', found.unlisted],
      ['may not be read', found.unread],
    ];
    for (const path of found.strangers) terminal.say(`note: none of a batch: ${path}`);
    for (const [what, paths] of names) for (const path of paths) terminal.out(`${what}: ${path}`);
  }
  for (const { manifest, lines } of found.damaged)
    terminal.say(`warning: ${manifest}: ${lines} ${lines === 1 ? 'line' : 'lines'} could not be read`);
  if (found.atWork)
    terminal.say(
      'warning: a batch is at work here; its newest sheets may be told wrongly. Verify again later',
    );
  if (wrong > 0)
    terminal.say(
      'hint: Run the same batch again: what is missing or has another size or time is made again. Delete an altered file by hand first: that is fine, the batch makes it anew',
    );
  return wrong === 0 ? exitCode.done : exitCode.someFailed;
}

async function checkedFolder(folder: string): Promise<Verified> {
  if (!isFolder(folder)) throw new BadUsage(`There is no folder ${folder}`, 'Give the --out of a batch');
  const found = await verifyFolder(folder);
  if (found.manifests.length === 0)
    throw new BadUsage(`There is no manifest in ${folder}`, 'Give the --out of a batch');
  return found;
}

function resultTable(found: Verified): string {
  return table(
    ['what', 'files'],
    [
      ['ok', String(found.ok)],
      ['missing', String(found.missing.length)],
      ['altered', String(found.altered.length)],
      ['not in the manifest', String(found.unlisted.length)],
      ...(found.unread.length > 0 ? [['may not be read', String(found.unread.length)]] : []),
      ...(found.purged > 0 ? [['purged', String(found.purged)]] : []),
    ],
  );
}
