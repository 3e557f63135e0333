/** A manifest -> a hidden folder beside it in which one batch alone works: its lock, and the place of its half-made files. */

import { rmSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../domain/fault.ts';
import { makeFolder, writeFault } from './whole-file.ts';
import { ownerName, ownerRuns } from './workshop-owner.ts';

export interface Workshop {
  /** Only files that are made in here may be put beside the manifest: who lost it can't put any. */
  readonly folder: string;
  /** Takes with it what was half-made. */
  close(): Promise<void>;
}

export interface WorkshopWish {
  /** How long to wait for another batch to end; it is refused after that. */
  readonly waitMs?: number;
  readonly signal?: AbortSignal;
  /** Once, when another batch is at work and will be waited for. */
  readonly onWait?: () => void;
  /** For tests. */
  readonly beatMs?: number;
}

/** Two that begin at the same moment step back both: a little patience lets one of them in. */
const leastPatienceMs = 3000;
/** Of another machine, without a sign: twelve beats. */
const silentMs = 60_000;

/**
 * Each comer makes a folder with its own name, then looks for others: of two, the later one sees the earlier. So there
 * is no moment at which both go on, and nothing to take over: who is dead, or on another machine has been silent too
 * long, is swept away with its half-made files. Throws Faults `in-use`, `interrupted`, `write-failed`.
 */
export async function openWorkshop(manifest: string, wish: WorkshopWish = {}): Promise<Workshop> {
  const { waitMs = 0, signal, onWait, beatMs = 5000 } = wish;
  const home = dirname(manifest);
  const prefix = `.${basename(manifest)}.lock-`;
  const until = Date.now() + Math.max(waitMs, leastPatienceMs);
  let tries = 0;
  try {
    await makeFolder(home);
    for (;;) {
      const folder = join(home, `${prefix}${ownerName()}`);
      await mkdir(folder, { mode: 0o700 });
      try {
        if (!(await othersWork(home, prefix, folder))) return opened(folder, beatMs);
      } catch (cause) {
        await remove(folder);
        throw cause;
      }
      await remove(folder);
      if (Date.now() > until) throw inUse(manifest);
      if (tries === 3 && waitMs > 0) onWait?.();
      tries += 1;
      const pauseMs = Math.min(100 * tries, 2000) * (0.5 + Math.random());
      await sleep(pauseMs, undefined, signal === undefined ? {} : { signal });
    }
  } catch (cause) {
    if (signal?.aborted === true) throw new Fault('interrupted', 'Interrupted', { cause });
    throw cause instanceof Fault ? cause : writeFault(manifest, cause);
  }
}

/** True while a batch, or a purge, works with this manifest. */
export async function atWork(manifest: string): Promise<boolean> {
  const prefix = `.${basename(manifest)}.lock-`;
  const names = await readdir(dirname(manifest)).catch(() => []);
  return names.some((name) => name.startsWith(prefix) && ownerRuns(name.slice(prefix.length)) !== false);
}

/** What those of this machine left that were killed, whatever their manifest: half-made files tell about patients. */
export async function sweepDead(home: string, manifests: RegExp): Promise<void> {
  for (const name of await readdir(home).catch(() => [])) {
    const [, manifest, owner] = /^\.(.*)\.lock-(.*)$/.exec(name) ?? [];
    if (manifest === undefined || owner === undefined || !manifests.test(manifest)) continue;
    if (ownerRuns(owner) === false) await remove(join(home, name)).catch(() => undefined);
  }
}

async function othersWork(home: string, prefix: string, own: string): Promise<boolean> {
  let found = false;
  for (const name of await readdir(home)) {
    const path = join(home, name);
    if (!name.startsWith(prefix) || path === own) continue;
    const runs = ownerRuns(name.slice(prefix.length)) ?? (await beats(path, own));
    if (runs) found = true;
    else await remove(path);
  }
  return found;
}

/** Both times are told by the disk they lie on: the clocks of two machines may differ. */
async function beats(other: string, own: string): Promise<boolean> {
  try {
    const [theirs, ours] = await Promise.all([stat(other), stat(own)]);
    return ours.mtimeMs - theirs.mtimeMs < silentMs;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw cause;
  }
}

function opened(folder: string, beatMs: number): Workshop {
  // A file that comes and goes: the disk notes the time on the folder.
  const beat = async () => {
    const sign = join(folder, 'beat');
    await mkdir(sign).catch(() => undefined);
    await rm(sign, { recursive: true, force: true }).catch(() => undefined);
  };
  const timer = setInterval(() => void beat(), beatMs).unref();
  // Half-made files tell about patients: they go too when the program is ended before its work is.
  const leave = () => {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // The next comer sweeps it.
    }
  };
  process.once('exit', leave);
  return {
    folder,
    close: async () => {
      clearInterval(timer);
      process.off('exit', leave);
      // What the disk keeps from being removed is swept by the next comer.
      await remove(folder).catch(() => undefined);
    },
  };
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 2 });
}

function inUse(manifest: string): Fault {
  return new Fault('in-use', `Another batch is at work in this folder: ${dirname(manifest)}`, {
    hint: 'Wait until it has ended, or give this one another folder with --out',
    retryable: true,
  });
}
