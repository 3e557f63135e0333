/** `handout topics`: the content -> what can be made, in which languages, how far it is reviewed, for which codes. */

import type { SettingFlags } from '../settings.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { loadedContent } from './loaded-content.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

export async function runTopics(
  flags: SettingFlags & { readonly json?: boolean },
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const loaded = await loadedContent(flags, terminal, environment);
  if (loaded === undefined) return exitCode.invalid;
  const topics = [...loaded.content.topics.values()].map(({ topic, words }) => ({
    id: topic.id,
    version: topic.version,
    languages: [...words].map(([tag, text]) => ({ tag, title: text.title, review: text.review.state })),
    codes: topic.codes,
  }));
  if (flags.json === true) {
    terminal.out(JSON.stringify({ topics }, null, 2));
    return exitCode.done;
  }
  const rows = topics.flatMap((topic) =>
    topic.languages.map((language) => [
      topic.id,
      language.tag,
      language.title,
      topic.version,
      language.review,
      topic.codes.map((code) => code.code).join(' '),
    ]),
  );
  terminal.out(table(['topic', 'language', 'title', 'version', 'review', 'codes'], rows));
  return exitCode.done;
}
