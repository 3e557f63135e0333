/** `handout approve TOPIC`: a topic in a language and a name -> the approval, written beside the content. */

import { approve } from '../app/approve.ts';
import { readClock } from '../app/clock.ts';
import type { SettingFlags } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import { checkedSettings } from './checked-settings.ts';
import { dateFlag } from './date-flag.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';
import { warnReplaced } from './warn-replaced.ts';
import { writtenText } from './written-text.ts';

export interface ApproveFlags extends SettingFlags {
  readonly lang: string;
  readonly by: string;
  readonly due?: string | undefined;
}

export async function runApprove(
  topic: string,
  flags: ApproveFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const by = writtenText('--by', flags.by);
  if (by === undefined)
    throw new BadUsage('--by names nobody', 'Give the name of the person who reviewed the text');
  const due = dateFlag('--due', flags.due);
  const { today } = readClock();
  const settings = checkedSettings(flags, environment);
  const done = await approve(settings, {
    topic,
    language: flags.lang,
    by,
    due,
    today,
  });
  terminal.say(diagnosticsText(done.diagnostics));
  if (!done.ok) {
    terminal.say('Nothing was approved.');
    return exitCode.invalid;
  }
  const { approval, path } = done.value;
  terminal.say(
    `Approved: ${topic} in ${flags.lang}, by ${approval.by} on ${approval.date}; next review by ${approval.due}.`,
  );
  terminal.say(
    `${Object.keys(approval.parts).length} parts were recorded. A change of any of them makes it a draft again.`,
  );
  warnReplaced(settings, terminal);
  terminal.out(path);
  return exitCode.done;
}
