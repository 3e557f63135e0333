/** `handout schema`: the rulebook -> the JSON Schema of a profile, so that an editor completes and checks it. */

import { loadContent } from '../app/kit.ts';
import { profileJsonSchema } from '../app/profile-schema.ts';
import type { SettingFlags } from '../settings.ts';
import { checkedSettings } from './checked-settings.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export async function runSchema(
  flags: SettingFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const loaded = await loadContent(checkedSettings(flags, environment));
  terminal.say(diagnosticsText(loaded.diagnostics));
  if (!loaded.ok) return exitCode.invalid;
  terminal.out(JSON.stringify(profileJsonSchema(loaded.value.content), null, 2));
  return exitCode.done;
}
