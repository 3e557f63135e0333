/** A command line -> what the built program does with it, as a process of its own: exit code, both streams. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const bin = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));
export const exampleFolder = fileURLToPath(new URL('../../examples', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: Buffer;
  /** Standard output as text. */
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called once the process runs, to send it a signal, say. */
  readonly started?: (kill: (signal: NodeJS.Signals) => void, pid: number | undefined) => void;
  /** The same, with each piece that it writes to standard output. */
  readonly told?: (text: string, kill: (signal: NodeJS.Signals) => void, pid: number | undefined) => void;
}

export function runHandout(args: readonly string[], options: RunOptions): Promise<Ran> {
  if (!existsSync(bin)) throw new Error('dist/bin.js is missing: run `npm run build` first');
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: options.cwd,
    // A test leaves nothing in the records of whoever runs it.
    env: { ...process.env, HANDOUT_RECORDS: 'off', ...options.env },
    stdio: 'pipe',
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    out.push(chunk);
    options.told?.(chunk.toString('utf8'), (signal) => child.kill(signal), child.pid);
  });
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  // A program that ends before it has read everything closes the pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.stdin ?? '');
  options.started?.((signal) => child.kill(signal), child.pid);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const whole = Buffer.concat(out);
      resolve({
        code,
        out: whole,
        stdout: whole.toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      });
    });
  });
}
