/** `handout withdraw TOPIC`: a topic and a reason -> no sheet of it is made any more, until it is lifted. */

import { readClock } from '../app/clock.ts';
import { withdraw } from '../app/withdraw.ts';
import type { SettingFlags } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import { checkedSettings } from './checked-settings.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';
import { warnReplaced } from './warn-replaced.ts';
import { writtenText } from './written-text.ts';

export interface WithdrawFlags extends SettingFlags {
  readonly reason: string;
  readonly by?: string | undefined;
  readonly lang?: string | undefined;
  readonly lift?: boolean | undefined;
}

export async function runWithdraw(
  topic: string,
  flags: WithdrawFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const reason = writtenText('--reason', flags.reason);
  const by = writtenText('--by', flags.by);
  if (reason === undefined)
    throw new BadUsage('--reason says nothing', 'Say why: whoever is refused will read it');
  const lift = flags.lift === true;
  const { today } = readClock();
  const settings = checkedSettings(flags, environment);
  const done = await withdraw(settings, { topic, language: flags.lang, reason, by, lift, today });
  terminal.say(diagnosticsText(done.diagnostics));
  if (!done.ok) return exitCode.invalid;
  const which = flags.lang === undefined ? topic : `${topic} in ${flags.lang}`;
  if (lift) terminal.say(`Lifted: sheets of ${which} may be made again.`);
  else {
    terminal.say(`Withdrawn: no sheet of ${which} is made any more from this content.`);
    terminal.say(`What went out before: handout recall ${topic}`);
  }
  warnReplaced(settings, terminal);
  terminal.out(done.value);
  return exitCode.done;
}
