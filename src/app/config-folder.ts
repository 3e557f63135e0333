/** The environment -> the folder of what the program must remember for this user: keys, and printers' certificates. */

import { isAbsolute, join } from 'node:path';
import { homeFolder } from '../print/browser-cache.ts';

/** As the XDG specification has it: a relative path in it is to be ignored. */
export function configFolder(environment: NodeJS.ProcessEnv): string {
  const config = environment['XDG_CONFIG_HOME'];
  const folder =
    config !== undefined && isAbsolute(config) ? config : join(homeFolder(environment), '.config');
  return join(folder, 'clinician-handouts');
}
