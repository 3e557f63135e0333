/** `handout schema`: the rulebook -> the JSON Schema of a profile, so that an editor completes and checks it. */

import { profileJsonSchema } from '../app/profile-schema.ts';
import type { SettingFlags } from '../settings.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { loadedContent } from './loaded-content.ts';
import type { Terminal } from './terminal.ts';

export async function runSchema(
  flags: SettingFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const loaded = await loadedContent(flags, terminal, environment);
  if (loaded === undefined) return exitCode.invalid;
  terminal.out(JSON.stringify(profileJsonSchema(loaded.content), null, 2));
  return exitCode.done;
}
