/** `handout roster-template`: the content -> a CSV roster to fill in, on standard output or as a file. */

import { existsSync } from 'node:fs';
import { rosterTemplate } from '../app/roster-template.ts';
import { writeWhole } from '../deliver/whole-file.ts';
import type { SettingFlags } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { loadedContent } from './loaded-content.ts';
import type { Terminal } from './terminal.ts';

export interface RosterTemplateFlags extends SettingFlags {
  readonly lang?: string | undefined;
  readonly out?: string | undefined;
}

export async function runRosterTemplate(
  flags: RosterTemplateFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const loaded = await loadedContent(flags, terminal, environment);
  if (loaded === undefined) return exitCode.invalid;
  const { content } = loaded;
  const language = flags.lang ?? 'en';
  if (!content.words.has(language))
    throw new BadUsage(
      '--lang names no language of the content',
      `Use one of: ${[...content.words.keys()].join(', ')}`,
    );
  const csv = rosterTemplate(content, language);
  if (flags.out === undefined || flags.out === '-') {
    await terminal.outBytes(Buffer.from(csv));
    return exitCode.done;
  }
  // A roster that was filled in is nowhere else.
  if (existsSync(flags.out))
    throw new BadUsage(`${flags.out} is there already`, 'Give another name, or remove that file first');
  terminal.out(await writeWhole(flags.out, csv));
  return exitCode.done;
}
