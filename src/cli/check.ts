/** `handout check`: all content, rulebook, templates and examples -> a table and every mistake with its place. */

import { checkAll, passed } from '../app/check.ts';
import type { SettingFlags } from '../settings.ts';
import { checkedSettings } from './checked-settings.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

export async function runCheck(
  flags: SettingFlags & { readonly json?: boolean },
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const results = await checkAll(checkedSettings(flags, environment));
  const ok = passed(results);
  if (flags.json === true) terminal.out(JSON.stringify({ ok, checks: results }, null, 2));
  else {
    const rows = results.map(({ name, looked, diagnostics }) => {
      const errors = diagnostics.filter((found) => found.severity === 'error').length;
      const state = errors > 0 ? 'FAILED' : 'ok';
      return [name, looked, state, String(errors), String(diagnostics.length - errors)];
    });
    terminal.say(diagnosticsText(results.flatMap((result) => result.diagnostics)));
    terminal.out(table(['check', 'looked at', 'result', 'errors', 'warnings'], rows));
  }
  return ok ? exitCode.done : exitCode.invalid;
}
