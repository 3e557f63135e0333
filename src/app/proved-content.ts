/** Content, a topic and a language -> the errors that forbid printing from it; proved once, then remembered until anything changes. */

import { join } from 'node:path';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Content } from '../domain/content.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { keepCopy, readCopy } from '../read/compiled.ts';

/** Where what was proved is remembered. */
export interface ProofMemory {
  /** The user's cache; undefined when there is none. */
  readonly cache: string | undefined;
  /** Changes with any byte of the content and of the program. */
  readonly key: string;
  /** Errors in the words that forbid printing, whoever the patient is. */
  readonly problems: readonly Diagnostic[];
  /** Where the content is, for messages. */
  readonly folder: string;
}

/** A clinic's rule that was weakened by mistake must not reach paper before somebody runs the check. */
export async function unprovedProblems(
  content: Content,
  topic: string,
  language: string,
  date: CalendarDate,
  { cache, key, folder, problems: inWords }: ProofMemory,
): Promise<Diagnostic[]> {
  if (inWords.length > 0) return [...inWords];
  const place = cache === undefined ? undefined : join(cache, 'proved');
  const known = (place === undefined ? undefined : readCopy<unknown>(place, key)) ?? [];
  const proved = Array.isArray(known) ? known : [];
  const entry = `${topic}/${language}`;
  if (proved.includes(entry)) return [];
  const { unsafeContent } = await import('./unsafe-content.ts');
  const problems = unsafeContent(only(content, topic, language), date, folder);
  if (place !== undefined && problems.length === 0) keepCopy(place, key, [...proved, entry]);
  return problems;
}

function only(content: Content, topic: string, language: string): Content {
  const found = content.topics.get(topic);
  const words = found?.words.get(language);
  if (found === undefined || words === undefined) return content;
  return { ...content, topics: new Map([[topic, { ...found, words: new Map([[language, words]]) }]]) };
}
