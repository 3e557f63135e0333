/** `handout diff TOPIC`: a topic -> what has changed since it was approved, part by part; exit code 1 when something has. */

import { diffSinceApproval, type LanguageDiff } from '../app/diff.ts';
import type { DiffLine } from '../review/line-diff.ts';
import type { SettingFlags } from '../settings.ts';
import { checkedSettings } from './checked-settings.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export interface DiffFlags extends SettingFlags {
  readonly lang?: string | undefined;
  readonly json?: boolean | undefined;
}

export async function runDiff(
  topic: string,
  flags: DiffFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const found = await diffSinceApproval(checkedSettings(flags, environment), topic, flags.lang);
  terminal.say(diagnosticsText(found.diagnostics));
  if (!found.ok) return exitCode.invalid;
  if (flags.json === true) terminal.out(JSON.stringify({ languages: found.value }, null, 2));
  else terminal.out(found.value.map(diffText).join('\n'));
  // As with other programs that compare: 0 means that nothing is different.
  return found.value.every((each) => each.review?.state === 'approved') ? exitCode.done : exitCode.someFailed;
}

function diffText({ topic, language, review, changes }: LanguageDiff): string {
  const which = `${topic} in ${language}`;
  if (review === undefined) return `${which}: never approved, so there is nothing to compare with.\n`;
  const approved = `approved by ${review.by} on ${review.date}`;
  if (changes.length === 0) return `${which}: ${approved}; nothing has changed since.\n`;
  const count = `${changes.length} ${changes.length === 1 ? 'part has' : 'parts have'} changed since`;
  const parts = changes.map(({ id, kind, lines }) => `\n${kind}: ${id}\n${nearChanges(lines).join('\n')}\n`);
  return `${which}: ${approved}; ${count}. It is a draft again.\n${parts.join('')}`;
}

/** Changed lines with one line before and after; the rest is three dots. */
function nearChanges(lines: readonly DiffLine[]): string[] {
  const near = (index: number) =>
    [index - 1, index, index + 1].some((at) => lines[at] !== undefined && lines[at].mark !== ' ');
  return lines.flatMap(({ mark, text }, index) => {
    if (near(index)) return [`  ${mark} ${text}`];
    return index === 0 || near(index - 1) ? ['    ...'] : [];
  });
}
