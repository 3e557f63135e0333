/** `handout topics`: the content -> what can be made, in which languages, how far it is reviewed, for which codes. */

import { readClock } from '../app/clock.ts';
import { withdrawalOf } from '../domain/withdrawn.ts';
import type { SettingFlags } from '../settings.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { loadedContent } from './loaded-content.ts';
import { reviewText } from './review-text.ts';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

export async function runTopics(
  flags: SettingFlags & { readonly json?: boolean },
  terminal: Terminal,
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const loaded = await loadedContent(flags, terminal, environment);
  if (loaded === undefined) return exitCode.invalid;
  const { today } = readClock();
  const topics = [...loaded.content.topics.values()].map(({ topic, words }) => ({
    id: topic.id,
    version: topic.version,
    languages: [...words].map(([tag, text]) => {
      const review = loaded.content.reviews.get(`${topic.id}/${tag}`);
      const withdrawal = withdrawalOf(loaded.content.withdrawn, topic.id, tag);
      return {
        tag,
        title: text.title,
        state: reviewText(review, withdrawal, today),
        review: review ?? { state: 'draft' as const },
        ...(withdrawal === undefined ? {} : { withdrawn: withdrawal }),
      };
    }),
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
      language.state,
      topic.codes.map((code) => code.code).join(' '),
    ]),
  );
  terminal.out(table(['topic', 'language', 'title', 'version', 'review', 'codes'], rows));
  return exitCode.done;
}
