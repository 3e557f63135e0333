/** A cache folder -> working folders marked with the process that made them, and the removal of abandoned ones. */

import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

const HOUR_MS = 3_600_000;
/** A folder made on another machine (a shared home) can't be asked for its owner: only its age can tell. */
const FOREIGN_AGE_MS = 24 * HOUR_MS;

/** Makes `<parent>/.tmp-<host>-<pid>-<random>`, for this process alone. */
export async function makeOwnedFolder(parent: string): Promise<string> {
  return mkdtemp(join(parent, `.tmp-${host()}-${process.pid}-`));
}

/** Removes working folders whose process has ended (kill -9, power cut); never throws. */
export async function sweepAbandoned(parent: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  await Promise.all(names.filter((name) => name.startsWith('.tmp-')).map((name) => sweep(parent, name)));
}

async function sweep(parent: string, name: string): Promise<void> {
  const path = join(parent, name);
  const owner = /^\.tmp-(.*)-(\d+)-[^-]+$/.exec(name);
  const abandoned = owner?.[1] === host() ? !isAlive(Number(owner[2])) : (await ageMs(path)) > FOREIGN_AGE_MS;
  if (abandoned) await removeFolder(path);
}

/** Removes a folder that a dying process may still write to; never throws, the next sweep tries again. */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }).catch(() => undefined);
}

async function ageMs(path: string): Promise<number> {
  return stat(path).then(
    (stats) => Date.now() - stats.mtimeMs,
    () => 0,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function host(): string {
  return hostname().replace(/[^\w.]/g, '_') || 'host';
}
