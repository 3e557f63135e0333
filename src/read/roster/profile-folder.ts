/** A folder of profiles, one file for each handout -> an entry for each, one file at a time. */

import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Diagnostic, errorAt, warningAt } from '../../domain/diagnostic.ts';
import type { RosterEntry } from '../../domain/job.ts';
import { failure, type Outcome, success } from '../../domain/outcome.ts';
import { profileLimit } from '../read-profile.ts';
import { readSourceFile, refusal } from '../source-file.ts';
import { type RosterReading, wrongRow } from './row.ts';
import { slowEntry } from './text-row.ts';

/** Files that may lie there and are no profiles: notes, and what systems leave. */
const ignored = /^\.|^Thumbs\.db$|^desktop\.ini$|\.(md|txt)$|\.schema\.json$/i;

export function openFolder(folder: string, reading: RosterReading): Outcome<AsyncGenerator<RosterEntry>> {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => !ignored.test(name));
  } catch (cause) {
    return failure([refusal(folder, cause)]);
  }
  const isProfile = (name: string) => /\.(yaml|yml|json)$/i.test(name);
  const others = names.filter((name) => !isProfile(name)).length;
  const warnings: Diagnostic[] =
    others === 0 ? [] : [warningAt({ file: folder }, 'no-profiles', ...notRead(others))];
  const profiles = names.filter(isProfile).sort();
  if (profiles.length === 0) {
    const roster = names.find((name) => /\.(csv|tsv|jsonl|ndjson|txt)$/i.test(name));
    const hint =
      roster === undefined
        ? 'Profiles end in .yaml or .json'
        : 'Give the roster by its own name, such as folder/roster.csv';
    return failure([errorAt({ file: folder }, 'no-rows', 'This folder holds no profiles', hint)]);
  }
  return success(profileEntries(folder, profiles, reading), warnings);
}

function notRead(count: number): [string, string] {
  const what = count === 1 ? 'One entry of this folder is' : `${count} entries of this folder are`;
  return [`${what} not read`, 'Profiles end in .yaml or .json; folders in it are not looked into'];
}

/** The file's name is the id. */
async function* profileEntries(
  folder: string,
  names: readonly string[],
  reading: RosterReading,
): AsyncGenerator<RosterEntry> {
  for (const name of names) {
    const file = join(folder, name);
    const id = name.slice(0, -extname(name).length);
    const source = await readSourceFile(file, profileLimit);
    if (!source.ok) {
      yield wrongRow({ file }, source.diagnostics, id);
      continue;
    }
    const language = /\.json$/i.test(name) ? 'json' : 'yaml';
    yield slowEntry({ text: source.value.text, line: 1 }, language, { ...reading, file }, id);
  }
}
