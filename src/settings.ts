/** The environment and the flags -> where content, letterhead, templates, browser and cache are. */

import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SettingFlags {
  readonly content?: string | undefined;
  readonly clinic?: string | undefined;
  readonly templates?: string | undefined;
  readonly browser?: string | undefined;
  readonly noSandbox?: boolean | undefined;
}

export interface Settings {
  /** The program's own folder: what an update replaces. */
  readonly home: string;
  readonly content: { readonly shipped: string; readonly own?: string | undefined };
  readonly clinic?: string | undefined;
  readonly templates: string;
  readonly browser?: string | undefined;
  readonly noSandbox: boolean;
  readonly environment: NodeJS.ProcessEnv;
}

/** Flags come before HANDOUT_CONTENT, HANDOUT_CLINIC and PUPPETEER_EXECUTABLE_PATH. */
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
    environment,
  };
}

/** The folder that holds `content/` and `templates/`: one above `dist/` or `src/`. */
function programHome(): string {
  return dirname(dirname(fileURLToPath(import.meta.url)));
}
