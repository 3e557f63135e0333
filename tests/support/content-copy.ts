/** The shipped content, copied to a folder of the test's own, where it may be broken. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import { contentFolder } from './shipped-content.ts';

export interface ContentCopy {
  readonly folder: string;
  path(name: string): string;
  /** Replaces the first occurrence; fails when there is none, so that a test can't go stale in silence. */
  change(name: string, from: string | RegExp, to: string): void;
  write(name: string, text: string): void;
  /** `line:column` of a text in a file as it stands now, or of the `offset`th letter of it. */
  at(name: string, text: string, offset?: number): string;
  remove(): void;
}

export function copyContent(): ContentCopy {
  const folder = mkdtempSync(join(tmpdir(), 'handout-content-'));
  cpSync(contentFolder, folder, { recursive: true });
  const path = (name: string) => join(folder, name);
  return {
    folder,
    path,
    change(name, from, to) {
      const before = readFileSync(path(name), 'utf8');
      const after = before.replace(from, () => to);
      if (after === before) throw new Error(`${name} does not hold ${from}`);
      writeFileSync(path(name), after);
    },
    write: (name, text) => writeFileSync(path(name), text),
    at(name, text, offset = 0) {
      const whole = readFileSync(path(name), 'utf8');
      const start = whole.indexOf(text);
      if (start < 0) throw new Error(`${name} does not hold ${text}`);
      const before = whole.slice(0, start + offset).split('\n');
      return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** `place code`, such as `3:5 unknown-key`, of the diagnostics of one file. */
export function told(diagnostics: readonly Diagnostic[], file: string): string[] {
  return diagnostics
    .filter((found) => found.file === file)
    .map((found) => `${found.line}:${found.column} ${found.code}`);
}
