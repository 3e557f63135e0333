/** A piece of code that imports built modules -> the process that runs it, for tests of several processes at once. */

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The code may name `dist/...` in its imports. */
export function runModule(code: string): ChildProcess {
  const dist = new URL('../../dist/', import.meta.url);
  const placed = code.replaceAll("'dist/", `'${dist}`);
  return spawn(process.execPath, ['--input-type=module', '-e', placed], {
    cwd: fileURLToPath(dist),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('exit', (code) => resolve(code)));
}

/** Resolves with what it first writes. */
export function firstWord(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8').trim()));
    child.on('exit', (code) => reject(new Error(`ended with ${code} without a word`)));
  });
}
