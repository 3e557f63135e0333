/** The environment -> this user's own cache folder, checked to be safe to run programs from. */

import { chmod, lstat, mkdir } from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { Fault } from '../domain/fault.ts';

/** The variables of a process, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the cache of this program belongs; the folder need not exist. */
export function cacheFolder(env: Environment): string {
  return join(userCacheFolder(env), 'clinician-handouts');
}

/** The folder for caches of all programs of this user: `XDG_CACHE_HOME`, or the platform's usual place. */
export function userCacheFolder(env: Environment): string {
  // A relative XDG_CACHE_HOME has to be ignored, says the XDG specification.
  if (env.XDG_CACHE_HOME !== undefined && isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME;
  if (env.LOCALAPPDATA !== undefined && isAbsolute(env.LOCALAPPDATA)) return env.LOCALAPPDATA;
  return join(homeFolder(env), '.cache');
}

export function homeFolder(env: Environment): string {
  if (env.HOME !== undefined && isAbsolute(env.HOME)) return env.HOME;
  // With HOME set but empty, `homedir()` is empty too; the account's own entry is not.
  return isAbsolute(homedir()) ? homedir() : userInfo().homedir;
}

/** Makes the cache folder (0700) when missing; Fault `browser-failed` when it can't be made or isn't ours. */
export async function openCache(env: Environment): Promise<string> {
  const folder = cacheFolder(env);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw refusal(`The cache folder ${folder} can't be made`, cause);
  }
  const stats = await lstat(folder);
  if (!stats.isDirectory()) throw refusal(`The cache folder ${folder} is not a plain folder`);
  // Someone who may write here could put another program in the browser's place.
  if (process.getuid !== undefined) {
    if (stats.uid !== process.getuid()) throw refusal(`The cache folder ${folder} belongs to another user`);
    if ((stats.mode & 0o077) !== 0) await chmod(folder, 0o700);
  }
  return folder;
}

function refusal(message: string, cause?: unknown): Fault {
  return new Fault('browser-failed', message, {
    hint: 'Set XDG_CACHE_HOME to a folder of your own, then run `handout doctor`.',
    ...(cause === undefined ? {} : { cause }),
  });
}
