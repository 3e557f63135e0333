/** `handout check` with its flags -> each check that is asked for, one after the other, and the worst exit code of them. */

import type { SettingFlags } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export interface CheckFlags extends SettingFlags {
  readonly safety?: boolean;
  readonly text?: boolean;
  readonly report?: string;
  readonly json?: boolean;
}

export async function runCheckKinds(
  flags: CheckFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const { safety = false, text = false, json = false, report } = flags;
  if (report !== undefined && !safety)
    throw new BadUsage('--report goes with --safety: it is the page of the proof', 'Add --safety');
  if (json && safety && text)
    throw new BadUsage('--json is one object, and two checks were asked for', 'Run them one at a time');
  const codes: ExitCode[] = [];
  if (safety) {
    const { runCheckSafety } = await import('./check-safety.ts');
    codes.push(await runCheckSafety(flags, terminal, environment));
  }
  if (text) {
    const { runCheckText } = await import('./check-text.ts');
    codes.push(await runCheckText(flags, terminal, environment));
  }
  if (!safety && !text) {
    const { runCheck } = await import('./check.ts');
    codes.push(await runCheck(flags, terminal, environment));
  }
  return codes.reduce((worst, code) => (code > worst ? code : worst));
}
