/** The environment and the flags -> where content, letterhead, templates, browser, cache and records are. */

import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { homeFolder } from './print/browser-cache.ts';

export interface SettingFlags {
  readonly content?: string | undefined;
  readonly clinic?: string | undefined;
  readonly templates?: string | undefined;
  readonly browser?: string | undefined;
  readonly noSandbox?: boolean | undefined;
  readonly records?: string | undefined;
}

export interface Settings {
  /** The program's own folder: what an update replaces. */
  readonly home: string;
  readonly content: { readonly shipped: string; readonly own?: string | undefined };
  readonly clinic?: string | undefined;
  readonly templates: string;
  readonly browser?: string | undefined;
  readonly noSandbox: boolean;
  /** The folder of what went out; absent when nothing is to be recorded. */
  readonly records?: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
}

/** Flags come before HANDOUT_CONTENT, HANDOUT_CLINIC, PUPPETEER_EXECUTABLE_PATH and HANDOUT_RECORDS. */
export function readSettings(flags: SettingFlags, environment: NodeJS.ProcessEnv): Settings {
  const home = programHome();
  const shipped = join(home, 'content');
  const own = flags.content ?? (environment['HANDOUT_CONTENT'] || undefined);
  const isShipped = own !== undefined && existsSync(own) && realpathSync(own) === realpathSync(shipped);
  return {
    home,
    content: { shipped, own: isShipped ? undefined : own },
    clinic: flags.clinic ?? (environment['HANDOUT_CLINIC'] || undefined),
    templates: flags.templates === undefined ? join(home, 'templates') : resolve(flags.templates),
    browser: flags.browser ?? (environment['PUPPETEER_EXECUTABLE_PATH'] || undefined),
    noSandbox: flags.noSandbox === true,
    records: recordsFolder(flags.records ?? (environment['HANDOUT_RECORDS'] || undefined), environment),
    environment,
  };
}

/** The user's state folder as the XDG specification has it: a relative path in it is to be ignored. */
function recordsFolder(named: string | undefined, environment: NodeJS.ProcessEnv): string | undefined {
  if (named === 'off') return undefined;
  if (named !== undefined) return resolve(named);
  const state = environment['XDG_STATE_HOME'];
  const folder =
    state !== undefined && isAbsolute(state) ? state : join(homeFolder(environment), '.local', 'state');
  return join(folder, 'clinician-handouts');
}

/** The folder that holds `content/` and `templates/`: one above `dist/` or `src/`. */
function programHome(): string {
  return dirname(dirname(fileURLToPath(import.meta.url)));
}
