/** Content, a topic and a language -> the errors that forbid printing from it; proved once, then remembered until anything changes. */

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Content } from '../domain/content.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { keepCopy, readCopy } from '../read/compiled.ts';
import { toCopy } from './content-copy.ts';

/** Where what was proved is remembered. */
export interface ProofMemory {
  /** The user's cache; undefined when there is none. */
  readonly cache: string | undefined;
  /** Changes with any byte of the content and of the program. */
  readonly key: string;
  /** The program's own build. */
  readonly version: string;
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
  { cache, key, version, folder, problems: inWords }: ProofMemory,
): Promise<Diagnostic[]> {
  if (inWords.length > 0) return [...inWords];
  const place = cache === undefined ? undefined : join(cache, 'proved');
  const entry = `${topic}/${language}`;
  const provedAs = (each: string): string[] => {
    const known = place === undefined ? undefined : readCopy<unknown>(place, each);
    return Array.isArray(known) ? known : [];
  };
  const remember = (each: string) => {
    if (place !== undefined) keepCopy(place, each, [...provedAs(each), entry]);
  };
  if (provedAs(key).includes(entry)) return [];
  const asked = only(content, topic, language);
  const sameSaid = place === undefined ? key : whatIsSaid(asked, version);
  if (provedAs(sameSaid).includes(entry)) {
    remember(key);
    return [];
  }
  const { unsafeContent } = await import('./unsafe-content.ts');
  const problems = unsafeContent(asked, date, folder);
  if (problems.length === 0) for (const each of new Set([key, sameSaid])) remember(each);
  return problems;
}

/** A hash of all that the proof may look at: a signature changes bytes of the content, and nothing that a sheet says. */
function whatIsSaid(content: Content, version: string): string {
  const copy = toCopy({ content: { ...content, reviews: new Map() }, drawings: new Map() });
  return createHash('sha256').update(version).update(JSON.stringify(copy)).digest('hex');
}

function only(content: Content, topic: string, language: string): Content {
  const found = content.topics.get(topic);
  const words = found?.words.get(language);
  if (found === undefined || words === undefined) return content;
  return { ...content, topics: new Map([[topic, { ...found, words: new Map([[language, words]]) }]]) };
}
