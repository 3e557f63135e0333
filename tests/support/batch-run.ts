/** A folder with a roster and a key of its own -> `handout batch` in it, what it made, and how to cut it off. */

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { ManifestLine } from '../../src/domain/manifest.ts';
import { type CommandLine, commandLine } from './command-line.ts';
import { type Ran, runHandout } from './run-handout.ts';

export interface RunningBatch {
  readonly pid: number;
  kill(signal: NodeJS.Signals): void;
}

export interface BatchRun extends CommandLine {
  /** With the key of the tests. */
  readonly env: Readonly<Record<string, string>>;
  /** `handout batch` on the date of the tests. */
  batch(args: readonly string[]): Promise<Ran>;
  /** The same, ended by a signal once so many handouts are made; gives its exit code. */
  batchUntil(made: number, signal: NodeJS.Signals, args: readonly string[]): Promise<number | null>;
  /** The same with `--json`; `act` is called once so many handouts are made, 0 as soon as it runs. */
  batchWhen(made: number, act: (batch: RunningBatch) => void, args: readonly string[]): Promise<Ran>;
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
  const batchWhen: BatchRun['batchWhen'] = (made, act, args) => {
    let told = '';
    let acted = false;
    const look = (running: RunningBatch, more: string) => {
      told += more;
      if (acted || told.split('"event":"made"').length - 1 < made) return;
      acted = true;
      act(running);
    };
    return runHandout([...batchArgs(args), '--json'], {
      cwd: line.folder,
      env,
      started: (kill, pid = 0) => look({ pid, kill }, ''),
      told: (more, kill, pid = 0) => look({ pid, kill }, more),
    });
  };
  const names = (folder = 'out') => readdirSync(join(line.folder, folder)).sort();
  return {
    ...line,
    env,
    batch: (args) => line.run(batchArgs(args), '', env),
    batchUntil: async (made, signal, args) =>
      (await batchWhen(made, (running) => running.kill(signal), args)).code,
    batchWhen,
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
