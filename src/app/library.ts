/** The settings and today -> every topic in every language with its review, as far as the content can be read; mistakes come beside it. */

import type { CalendarDate } from '../domain/calendar-date.ts';
import { type Diagnostic, hasErrors } from '../domain/diagnostic.ts';
import { sourceLanguage } from '../domain/translation.ts';
import { readContentFiles } from '../read/content-files.ts';
import { linkContent } from '../read/read-content.ts';
import type { Settings } from '../settings.ts';
import { type LibraryText, libraryText } from './library-text.ts';

export interface LibraryTopic {
  readonly id: string;
  readonly title: string;
  readonly codes: readonly string[];
}

export interface Library {
  readonly topics: readonly LibraryTopic[];
  /** The source language first. */
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  readonly texts: readonly LibraryText[];
  /** While there is one, no sheet at all is made. */
  readonly errors: readonly Diagnostic[];
}

/** Content with mistakes is shown all the same: this is where a person looks for what is wrong. */
export async function readLibrary(settings: Settings, today: CalendarDate): Promise<Library> {
  const read = await readContentFiles({ ...settings.content, clinic: settings.clinic });
  const errorsIn = (found: readonly Diagnostic[]) => found.filter((each) => hasErrors([each]));
  if (!read.ok) return { topics: [], languages: [], texts: [], errors: errorsIn(read.diagnostics) };
  const { content, diagnostics } = linkContent(read.value);
  const errors = errorsIn([...read.diagnostics, ...diagnostics]);
  const topics = [...content.topics.values()];
  const tags = [...new Set(topics.flatMap(({ words }) => [...words.keys()]))].sort(
    (a, b) => Number(b === sourceLanguage) - Number(a === sourceLanguage) || (a < b ? -1 : 1),
  );
  return {
    topics: topics.map(({ topic, words }) => ({
      id: topic.id,
      title: (words.get(sourceLanguage) ?? [...words.values()][0])?.title ?? topic.id,
      codes: topic.codes.map(({ code }) => code),
    })),
    languages: tags.map((tag) => ({ tag, name: content.words.get(tag)?.language.name ?? tag })),
    texts: topics.flatMap((topic) =>
      [...topic.words.keys()].map((language) =>
        libraryText(topic, language, content, read.value, errors, today),
      ),
    ),
    errors,
  };
}
