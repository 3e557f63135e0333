/** The environment -> the secret key of jobs and file names: that of HANDOUT_KEY_FILE, else the user's own. */

import { join, resolve } from 'node:path';
import { secretKey } from '../deliver/secret-key.ts';
import { Fault } from '../domain/fault.ts';
import { configFolder } from './config-folder.ts';

/**
 * Made on first use. `shared`: several machines divide a roster by it. A new key on each of them would leave jobs out
 * without a word, so then none is made. Throws Faults `read-failed`, `write-failed`.
 */
export async function batchKey(environment: NodeJS.ProcessEnv, shared: boolean): Promise<Buffer> {
  const named = environment['HANDOUT_KEY_FILE'] || undefined;
  const path = named === undefined ? join(configFolder(environment), 'key') : resolve(named);
  const key = await secretKey(path, { make: !shared, groupMayRead: named !== undefined });
  if (key !== undefined) return key;
  throw new Fault('read-failed', `Shards need one key on all machines, and there is none yet: ${path}`, {
    hint: 'Make one (openssl rand -hex 32), give each machine a copy with mode 0600, and name it in HANDOUT_KEY_FILE',
  });
}
