/** `handout translations`: each language and file -> what is translated, missing and stale; or a file to start from. */

import { stringify } from 'yaml';
import { type TranslationState, translationStates, translationTemplate } from '../app/translations.ts';
import type { SettingFlags } from '../settings.ts';
import { checkedSettings } from './checked-settings.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

export interface TranslationsFlags extends SettingFlags {
  readonly json?: boolean | undefined;
  readonly template?: boolean | undefined;
}

export async function runTranslations(
  flags: TranslationsFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const settings = checkedSettings(flags, environment);
  if (flags.template === true) {
    const files = await translationTemplate(settings);
    if (files === undefined) return unreadable(terminal);
    for (const { name, words } of files) {
      terminal.out(
        `# ${name}/LANGUAGE.yaml: put each text into the language; leave the keys, {terms} and ** marks.\n`,
      );
      terminal.out(stringify(words, { lineWidth: 0 }));
    }
    return exitCode.done;
  }
  const states = await translationStates(settings);
  if (states === undefined) return unreadable(terminal);
  if (flags.json === true) terminal.out(JSON.stringify({ translations: states }, null, 2));
  else if (states.length === 0)
    terminal.out(
      'Everything is in one language. `handout translations --template` gives files to start another.\n',
    );
  else terminal.out(statesText(states));
  return exitCode.done;
}

function statesText(states: readonly TranslationState[]): string {
  const rows = states.map(({ language, file, by, checkedBy, complete, missing, stale }) => [
    language,
    file,
    String(complete),
    String(missing.length),
    String(stale.length),
    by,
    checkedBy,
  ]);
  const open = states.flatMap(({ file, missing, stale }) => [
    ...missing.map(
      ({ entry, of, safety }) => `${file}: missing${safety ? ', safety' : ''}: ${entry}: '${of}'`,
    ),
    ...stale.map(({ entry, of, safety }) => `${file}: stale${safety ? ', safety' : ''}: ${entry}: '${of}'`),
  ]);
  const head = ['language', 'file', 'complete', 'missing', 'stale', 'translated by', 'checked by'];
  return [table(head, rows), ...open.map((line) => `${line}\n`)].join('');
}

function unreadable(terminal: Terminal): ExitCode {
  terminal.say('The content can not be read: `handout check` says what is wrong');
  return exitCode.invalid;
}
