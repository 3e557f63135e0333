/** `handout merge-manifest OUT IN...`: the manifests of shards -> one for all, or exit code 1 and why they don't fit. */

import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { mergeManifests } from '../app/merge-manifests.ts';
import { handedOut } from '../read/handed-out.ts';
import { BadUsage } from './bad-usage.ts';
import { isFolder } from './checked-settings.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export interface MergeManifestFlags {
  readonly newest?: boolean | undefined;
}

const mostTold = 20;

export async function runMergeManifest(
  out: string,
  given: readonly string[],
  flags: MergeManifestFlags,
  terminal: Terminal,
): Promise<ExitCode> {
  if (isFolder(out))
    throw new BadUsage(`${out} is a folder`, 'Name a file first, such as out/manifest.jsonl');
  const inputs = given.flatMap(manifestsOf);
  if (existsSync(out) && !inputs.some((path) => resolve(path) === resolve(out)))
    throw new BadUsage(
      `${out} is there already`,
      'Name it among the manifests too, so that what it tells is kept, or remove it first',
    );
  const merged = await mergeManifests(out, [...new Set(inputs)], flags.newest === true);
  if (!merged.ok) {
    for (const problem of merged.problems.slice(0, mostTold)) terminal.say(`error: ${problem}`);
    const more = merged.problems.length - mostTold;
    if (more > 0) terminal.say(`error: and ${more} more`);
    terminal.say(`    hint: ${merged.hint}`);
    return exitCode.someFailed;
  }
  if (merged.damaged > 0) terminal.say(`warning: ${merged.damaged} damaged lines were left out`);
  terminal.out(out);
  terminal.say(`${merged.jobs} jobs of ${inputs.length} manifests`);
  return exitCode.done;
}

function manifestsOf(path: string): string[] {
  if (!isFolder(path)) {
    if (existsSync(path)) return [path];
    throw new BadUsage(`There is no manifest ${path}`, 'Give manifests of shards, or folders that hold them');
  }
  const found = handedOut([path]).records.filter((each) => basename(each).startsWith('manifest'));
  if (found.length === 0) throw new BadUsage(`There is no manifest in ${path}`, 'Give the --out of a shard');
  return found.sort();
}
