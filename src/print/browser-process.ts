/** A browser and its flags -> a running process with two pipes, and its temporary profile removed when it ends. */

import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { removeFolder } from './owned-folder.ts';
import { PipeTransport } from './pipe-transport.ts';

const LAST_WORDS = 4_000;

/** Processes that still run, for the moment when ours ends without closing them. */
const running = new Set<BrowserProcess>();
let listening = false;

export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Set when the program could not be started at all. */
  readonly error?: NodeJS.ErrnoException;
}

export class BrowserProcess {
  readonly transport: PipeTransport;
  /** Resolves when the process is gone; never rejects. */
  readonly ended: Promise<ProcessEnd>;
  readonly #child: ChildProcess;
  readonly #profile: string;
  #stderr = '';
  #hasEnded = false;

  constructor(
    executable: string,
    flags: readonly string[],
    env: Readonly<Record<string, string>>,
    profile: string,
  ) {
    this.#profile = profile;
    this.#child = spawn(executable, flags, {
      env,
      cwd: profile,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C in a terminal reaches us alone, and one kill ends all of its processes.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString()).slice(-LAST_WORDS);
    });
    this.transport = new PipeTransport(this.#child.stdio[3] as Writable, this.#child.stdio[4] as Readable);
    this.ended = new Promise((resolve) => {
      const end = (end: ProcessEnd) => {
        this.#hasEnded = true;
        running.delete(this);
        resolve(end);
      };
      this.#child.once('error', (error: NodeJS.ErrnoException) => end({ code: null, signal: null, error }));
      // `close`, not `exit`: only then all that it said has arrived.
      this.#child.once('close', (code, signal) => end({ code, signal }));
    });
    if (!listening) process.once('exit', killAll);
    listening = true;
    running.add(this);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** The last lines that the browser wrote to its error output. */
  get lastWords(): string {
    return this.#stderr;
  }

  /** Ends the browser at once: its profile is temporary, so there is nothing to save. */
  kill(): void {
    if (this.#hasEnded || this.#child.pid === undefined) return;
    try {
      if (process.platform === 'win32') this.#child.kill('SIGKILL');
      else process.kill(-this.#child.pid, 'SIGKILL');
    } catch {
      // Gone in this very moment.
    }
  }

  /** Ends the browser and removes its profile. */
  async close(): Promise<void> {
    this.kill();
    await this.ended;
    await removeFolder(this.#profile);
  }

  /** As `close`, in the last moment of our own process, where nothing can be awaited. */
  closeNow(): void {
    this.kill();
    try {
      rmSync(this.#profile, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // The next launch sweeps it.
    }
  }
}

function killAll(): void {
  for (const browser of running) browser.closeNow();
}
