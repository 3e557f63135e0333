/** A roster's name and bytes -> what is read from it, in a folder of the test file's own. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Diagnostic } from '../../../../src/domain/diagnostic.ts';
import type { Job, RosterEntry } from '../../../../src/domain/job.ts';
import type { Rulebook } from '../../../../src/domain/rulebook.ts';
import { type RosterOptions, readRoster } from '../../../../src/read/roster/read-roster.ts';

export interface ReadRows {
  /** Of the whole roster: why it can't be read, or warnings. */
  readonly told: readonly Diagnostic[];
  readonly entries: readonly RosterEntry[];
  readonly jobs: readonly Job[];
  /** `line code` of each entry that is wrong, as in `4 not-allowed`. */
  readonly wrong: readonly string[];
  readonly messages: readonly string[];
}

/** To be called at the top of a test file. */
export function rosters(rulebook: () => Rulebook) {
  const folder = mkdtempSync(join(tmpdir(), 'roster-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const from = async (path: string, options: RosterOptions = {}): Promise<ReadRows> => {
    const opened = await readRoster(path, rulebook(), options);
    const entries: RosterEntry[] = [];
    if (opened.ok) for await (const entry of opened.value) entries.push(entry);
    return {
      told: opened.diagnostics,
      entries,
      jobs: entries.flatMap((entry) => (entry.ok ? [entry.job] : [])),
      wrong: entries.flatMap((entry) =>
        entry.ok ? [] : entry.diagnostics.map(({ line, code }) => `${line} ${code}`),
      ),
      messages: entries.flatMap((entry) => entry.diagnostics.map(({ message }) => message)),
    };
  };
  return {
    folder,
    from,
    read: (name: string, text: string | Uint8Array, options?: RosterOptions) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return from(path, options);
    },
  };
}
