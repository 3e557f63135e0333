/** A folder of the test file's own, in which the built program is run and what it made is seen. */

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect } from 'vitest';
import { type Ran, runHandout } from './run-handout.ts';

export const smallest = 'topics: [back-muscle-spasm]\n';

export interface CommandLine {
  readonly folder: string;
  /** Runs and makes sure that nothing of the program's inside is shown: no stack trace, no `undefined`. */
  run(args: readonly string[], stdin?: string, env?: Record<string, string>): Promise<Ran>;
  /** Writes a file; gives its name. */
  file(name: string, text: string): string;
  made(): string[];
}

/** To be called at the top of a test file; the folder is emptied before each test and removed at the end. */
export function commandLine(): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'handout-cli-'));
  beforeEach(() => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    async run(args, stdin = '', env = {}) {
      const ran = await runHandout(args, { cwd: folder, stdin, env });
      expect(ran.stdout + ran.stderr).not.toMatch(/^ {4}at |node:internal|\bundefined\b|\[object /m);
      return ran;
    },
    file(name, text) {
      writeFileSync(join(folder, name), text);
      return name;
    },
    made: () => readdirSync(folder, { recursive: true }).map(String),
  };
}
