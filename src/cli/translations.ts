/** `handout translations`: each language and file -> what is translated, missing and stale; or a file to start from. */

import { stringify } from 'yaml';
import { type TranslationState, translationStates, translationTemplate } from '../app/translations.ts';
import type { SettingFlags } from '../settings.ts';
import { BadUsage } from './bad-usage.ts';
import { checkedSettings } from './checked-settings.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

export interface TranslationsFlags extends SettingFlags {
  readonly json?: boolean | undefined;
  readonly template?: string | boolean | undefined;
  readonly lang?: string | undefined;
}

export async function runTranslations(
  flags: TranslationsFlags,
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const settings = checkedSettings(flags, environment);
  if (flags.template !== undefined) {
    const all = await translationTemplate(settings, flags.lang);
    if (all === undefined) return unreadable(terminal);
    const files = all.filter(({ name }) => flags.template === true || name === flags.template);
    if (files.length === 0) throw noUnit(all.map(({ name }) => name));
    for (const { name, words } of files) {
      terminal.out(
        `# ${name}/${flags.lang ?? 'LANGUAGE'}.yaml: put each text into the language; leave the keys, {terms} and ** marks.\n`,
      );
      terminal.out(stringify(words, { lineWidth: 0 }));
    }
    return exitCode.done;
  }
  const states = await translationStates(settings, flags.lang);
  if (states === undefined) return unreadable(terminal);
  if (flags.json === true) terminal.out(JSON.stringify({ translations: states }, null, 2));
  else if (states.length === 0) {
    const none = flags.lang === undefined ? 'Everything is in one language' : `Nothing is in ${flags.lang}`;
    terminal.out(`${none}. \`handout translations --template\` gives files to start another.\n`);
  } else terminal.out(statesText(states));
  return exitCode.done;
}

function statesText(states: readonly TranslationState[]): string {
  const rows = states.map(
    ({ language, file, by, checkedBy, complete, missing, stale, untouched, superfluous }) => [
      language,
      file,
      String(complete),
      String(missing.length),
      String(stale.length),
      String(superfluous.length),
      String(untouched.length),
      by,
      checkedBy,
    ],
  );
  const open = states.flatMap(({ file, missing, stale, untouched, superfluous }) => [
    ...missing.map(
      ({ entry, of, safety }) => `${file}: missing${safety ? ', safety' : ''}: ${entry}: '${of}'`,
    ),
    ...stale.map(({ entry, of, safety }) => `${file}: stale${safety ? ', safety' : ''}: ${entry}: '${of}'`),
    ...superfluous.map((entry) => `${file}: superfluous: ${entry}`),
    ...untouched.map(({ entry }) => `${file}: as in the source: ${entry}`),
  ]);
  const counted = ['complete', 'missing', 'stale', 'superfluous', 'as in the source'];
  const head = ['language', 'file', ...counted, 'translated by', 'checked by'];
  return [table(head, rows), ...open.map((line) => `${line}\n`)].join('');
}

function noUnit(names: readonly string[]): BadUsage {
  return new BadUsage('--template: there are no words of this name', `Use one of: ${names.join(', ')}`);
}

function unreadable(terminal: Terminal): ExitCode {
  terminal.say('The content can not be read: `handout check` says what is wrong');
  return exitCode.invalid;
}
