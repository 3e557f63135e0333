/** `handout check --text`: what a reader gets of each topic -> one table of sheets and one of what PEMAT and CCI find, with the scores. */

import { type CheckedText, checkText, textIsFine } from '../app/check-text.ts';
import { readClock } from '../app/clock.ts';
import type { SettingFlags } from '../settings.ts';
import { appraisalText } from './appraisal-text.ts';
import { checkedSettings } from './checked-settings.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { readingText } from './reading-text.ts';
import type { Terminal } from './terminal.ts';

export async function runCheckText(
  flags: SettingFlags & { readonly json?: boolean },
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const result = await checkText(checkedSettings(flags, environment), readClock().today);
  const ok = textIsFine(result);
  if (flags.json === true) terminal.out(JSON.stringify({ ok, ...result }, null, 2));
  else {
    terminal.say(diagnosticsText(result.diagnostics));
    terminal.out(result.texts.map(told).join('\n'));
  }
  return ok ? exitCode.done : exitCode.invalid;
}

function told(text: CheckedText): string {
  return `${text.topic} ${text.language}\n\n${readingText(text.reports)}\n${appraisalText(text.appraisal)}`;
}
