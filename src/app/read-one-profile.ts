/** A path or `-` and the content -> one profile with its topic, language and date settled, or what is wrong. */

import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Content, TopicContent } from '../domain/content.ts';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { nearestName } from '../domain/nearest-name.ts';
import { failure, type Outcome, settle } from '../domain/outcome.ts';
import type { Profile } from '../domain/profile.ts';
import { dateProblems, profileLimit, readProfile } from '../read/read-profile.ts';
import { readSourceFile, readSourceStream } from '../read/source-file.ts';
import { readClock } from './clock.ts';

export interface ProfileRequest {
  readonly profile: Profile;
  readonly topic: TopicContent;
  readonly language: string;
  readonly today: CalendarDate;
}

export interface Asked {
  readonly topics?: readonly string[] | undefined;
  readonly language?: string | undefined;
  readonly date?: CalendarDate | undefined;
}

export async function readOneProfile(
  path: string,
  content: Content,
  asked: Asked,
): Promise<Outcome<ProfileRequest>> {
  const source =
    path === '-'
      ? await readSourceStream(process.stdin, 'standard input', profileLimit)
      : await readSourceFile(path, profileLimit);
  if (!source.ok) return source;
  const read = readProfile(source.value, content.rulebook, asked);
  if (!read.ok) return read;
  const profile = read.value;
  const file = source.value.name;
  const problems: Diagnostic[] = [...read.diagnostics];
  const topics = profile.topics.flatMap((id) => {
    const topic = content.topics.get(id);
    if (topic === undefined)
      problems.push(unknownTopic(id, content, asked.topics === undefined ? file : 'command line'));
    return topic === undefined ? [] : [topic];
  });
  if (topics.length > 1) {
    problems.push(
      errorAt(
        { file },
        'several-topics',
        'Several topics in one handout are not made yet',
        'Make one handout for each topic: --topic ID',
      ),
    );
  }
  const [topic] = topics;
  if (topic === undefined) return failure(problems);
  const language = languageFor(profile.language, topic, content);
  if (language === undefined) {
    const place = { file: asked.language === undefined ? file : 'command line' };
    const hint = `Use one of: ${[...topic.words.keys()].join(', ')}`;
    problems.push(
      errorAt(place, 'unknown-language', `The topic ${topic.topic.id} is not written in this language`, hint),
    );
    return failure(problems);
  }
  const today = asked.date ?? profile.visit.date ?? readClock().today;
  problems.push(...dateProblems(profile, today, file));
  return settle({ profile, topic, language, today }, problems);
}

/** `en-US` finds `en`: a sheet in the language, if not in the country's own form of it. */
function languageFor(tag: string, topic: TopicContent, content: Content): string | undefined {
  const known = [...topic.words.keys()].filter((each) => content.words.has(each));
  const wanted = [tag, tag.split('-')[0] ?? tag].map((each) => each.toLowerCase());
  return wanted.flatMap((each) => known.filter((one) => one.toLowerCase() === each))[0];
}

function unknownTopic(id: string, content: Content, file: string): Diagnostic {
  const known = [...content.topics.keys()];
  const near = nearestName(id, known);
  const told = /^[\w.-]{1,60}$/.test(id) ? `There is no topic \`${id}\`` : 'There is no topic of this name';
  return errorAt(
    { file },
    'unknown-topic',
    told,
    near === undefined ? `Use one of: ${known.join(', ')}` : `Did you mean \`${near}\`?`,
  );
}
