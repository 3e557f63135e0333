/** All files of what no sheet may say, taken together -> a diagnostic for each entry that has no words in a language of the content. */

import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { mergedNever, type Never } from '../domain/never.ts';
import type { ContentFiles } from './content-files.ts';
import type { FieldPath } from './field-path.ts';

/** Where an entry's words stand in one file; undefined when the file doesn't name the entry. */
type Find = (never: Never) => FieldPath | undefined;

/** A language that the check has no words for would pass it unread. */
export function linkNeverLanguages(files: ContentFiles): Diagnostic[] {
  const all = mergedNever(files.never.map((file) => file.value));
  const missing = (words: object, name: string, find: Find) => languagesMissing(words, name, find, files);
  return [
    ...missing(all.guards, 'guards', () => ['guards']),
    ...Object.entries(all.things).flatMap(([id, { words }]) =>
      missing(words, `things.${id}`, ({ things }) => (id in things ? ['things', id, 'words'] : undefined)),
    ),
    ...all.phrases.flatMap(({ id, patterns }) =>
      missing(patterns, `phrases.${id}`, ({ phrases }) => {
        const index = phrases.findIndex((phrase) => phrase.id === id);
        return index < 0 ? undefined : ['phrases', index, 'patterns'];
      }),
    ),
    ...all.duties.flatMap(({ id, words }) =>
      missing(words, `duties.${id}`, ({ duties }) => {
        // `own-` stands before the id of a duty that asks for more than ours of that id.
        const index = duties.findIndex((duty) => duty.id === id || `own-${duty.id}` === id);
        return index < 0 ? undefined : ['duties', index, 'words'];
      }),
    ),
    ...Object.entries(all.stated).flatMap(([id, { patterns }]) =>
      missing(patterns, `stated.${id}`, ({ stated }) =>
        id in stated ? ['stated', id, 'patterns'] : undefined,
      ),
    ),
  ];
}

/** Told where the clinic's own file names the entry, else where ours does. */
function languagesMissing(words: object, name: string, find: Find, files: ContentFiles): Diagnostic[] {
  const found = files.never.flatMap((file, index) => {
    const path = find(file.value);
    return path === undefined ? [] : [{ place: file.place(path), ours: index === 0 }];
  });
  const told = found.at(-1);
  if (told === undefined) return [];
  const elsewhere = told.ours ? '. In a folder of your own: in its `never.yaml`, under the same id' : '';
  return files.names.languages
    .filter((tag) => !Object.hasOwn(words, tag))
    .map((tag) =>
      errorAt(
        told.place,
        'language-not-covered',
        `\`${name}\` has no words in \`${tag}\`, so unsafe words in that language would pass`,
        `Add \`${tag}:\` with the words that mean it there${elsewhere}`,
      ),
    );
}
