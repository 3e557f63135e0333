/** A list of withdrawn topics -> a diagnostic for each entry that would withdraw nothing. */

import { type Diagnostic, errorAt, warningAt } from '../domain/diagnostic.ts';
import { nearestName } from '../domain/nearest-name.ts';
import type { Withdrawn } from '../domain/withdrawn.ts';
import type { ContentFiles } from './content-files.ts';
import type { Located } from './located.ts';

/** A slip of the pen must not leave a topic in use; a topic that is gone altogether harms nobody. */
export function linkWithdrawn(file: Located<Withdrawn>, { names, topics }: ContentFiles): Diagnostic[] {
  return file.value.withdrawn.flatMap(({ topic, language, lifted }, index): Diagnostic[] => {
    if (lifted !== undefined) return [];
    const at = file.place(['withdrawn', index]);
    if (!names.topics.includes(topic)) {
      const near = nearestName(topic, names.topics);
      const told = `There is no topic \`${topic}\`, so this withdraws nothing`;
      return near === undefined
        ? [warningAt(at, 'unknown-topic', told, 'Remove the entry')]
        : [errorAt(at, 'unknown-topic', told, `Did you mean \`${near}\`?`)];
    }
    const languages = topics.get(topic)?.languages;
    if (language === undefined || languages === undefined || languages.includes(language)) return [];
    return [
      errorAt(
        at,
        'unknown-language',
        `The topic ${topic} has no language \`${language}\`, so this withdraws nothing`,
        `Use one of: ${languages.join(', ')}; or remove \`language:\` to withdraw all`,
      ),
    ];
  });
}
