/** A topic and a language from the command line -> a diagnostic when there is none of that name. */

import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { nearestName } from '../domain/nearest-name.ts';

const commandLine = { file: 'command line' };

export function topicProblems(
  topic: string,
  language: string | undefined,
  topics: readonly string[],
  languages: Iterable<string> | undefined,
): Diagnostic[] {
  if (!topics.includes(topic) || languages === undefined) {
    const near = nearestName(topic, topics);
    const hint = near === undefined ? `Use one of: ${topics.join(', ')}` : `Did you mean \`${near}\`?`;
    return [errorAt(commandLine, 'unknown-topic', `There is no topic \`${topic}\``, hint)];
  }
  const known = [...languages];
  if (language === undefined || known.includes(language)) return [];
  const told = `The topic ${topic} is not written in \`${language}\``;
  return [errorAt(commandLine, 'unknown-language', told, `Use one of: ${known.join(', ')}`)];
}
