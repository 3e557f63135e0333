/** A folder with a roster and a key of its own -> `handout batch` in it, what it made, and how to cut it off. */

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { ManifestLine } from '../../src/domain/manifest.ts';
import { type CommandLine, commandLine } from './command-line.ts';
import { bin, type Ran } from './run-handout.ts';

export interface BatchRun extends CommandLine {
  /** `handout batch` on the date of the tests. */
  batch(args: readonly string[]): Promise<Ran>;
  /** The same, ended by a signal once so many handouts are made; gives its exit code. */
  batchUntil(made: number, signal: NodeJS.Signals, args: readonly string[]): Promise<number | null>;
  /** Hidden ones too. */
  names(folder?: string): string[];
  /** Name and hash of the handouts. */
  sheets(folder?: string): Record<string, string>;
  lines(folder?: string): ManifestLine[];
}

/** Patients whose names would be seen wherever they do not belong. */
export const columns = 'id,name,birth_date,topics,pregnancy,blood_thinner,warning_signs';
export const good = (id: string) => `${id},Zzyzx Qwertz ${id},1980-05-01,back-muscle-spasm,no,no,`;
export const bad = (id: string) => `${id},Zzyzx Qwertz ${id},05/01/1980,back-muscle-spasm,no,no,`;
export const inDanger = (id: string) => `${good(id)}E1`;
export const roster = (...rows: readonly string[]) => `${[columns, ...rows].join('\n')}\n`;
/** There is no browser: who starts none does not notice. */
export const withoutBrowser = ['--browser', join(tmpdir(), 'no-such-browser')] as const;

/** To be called at the top of a test file. */
export function batchRun(): BatchRun {
  const line = commandLine();
  const keys = mkdtempSync(join(tmpdir(), 'handout-key-'));
  afterAll(() => rmSync(keys, { recursive: true, force: true }));
  const env = { HANDOUT_KEY_FILE: join(keys, 'key') };
  const batchArgs = (args: readonly string[]) => ['batch', ...args, '--date', '2026-11-23'];
  const names = (folder = 'out') => readdirSync(join(line.folder, folder)).sort();
  return {
    ...line,
    batch: (args) => line.run(batchArgs(args), '', env),
    batchUntil: (made, signal, args) => {
      const child = spawn(process.execPath, [bin, ...batchArgs(args), '--json'], {
        cwd: line.folder,
        env: { ...process.env, HANDOUT_RECORDS: 'off', ...env },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let told = '';
      child.stdout.on('data', (chunk: Buffer) => {
        const before = told.split('"event":"made"').length - 1;
        told += chunk.toString('utf8');
        const now = told.split('"event":"made"').length - 1;
        if (before < made && now >= made) child.kill(signal);
      });
      return new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('close', (code) => resolve(code));
      });
    },
    names,
    sheets: (folder = 'out') =>
      Object.fromEntries(
        names(folder)
          .filter((name) => name.endsWith('.pdf'))
          .map((name) => [name, hashOf(readFileSync(join(line.folder, folder, name)))]),
      ),
    lines: (folder = 'out') =>
      names(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .flatMap((name) =>
          readFileSync(join(line.folder, folder, name), 'utf8')
            .trimEnd()
            .split('\n'),
        )
        .map((text) => JSON.parse(text) as ManifestLine),
  };
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
