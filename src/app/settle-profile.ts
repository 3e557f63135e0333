/** A profile that was read, and the content -> the same with its topic, language and date settled, or what is wrong. */

import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Content, TopicContent } from '../domain/content.ts';
import { type Diagnostic, errorAt, type Place } from '../domain/diagnostic.ts';
import { nearestName } from '../domain/nearest-name.ts';
import { failure, type Outcome, settle } from '../domain/outcome.ts';
import type { Profile } from '../domain/profile.ts';
import { dateProblems } from '../read/read-profile.ts';
import { oddAnswers } from './odd-answers.ts';
import { partProblems } from './part-problems.ts';

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

const commandLine: Place = { file: 'command line' };

/** `found`: what reading it told already. */
export function settleProfile(
  profile: Profile,
  place: Place,
  content: Content,
  asked: Asked,
  clockToday: CalendarDate,
  found: readonly Diagnostic[] = [],
): Outcome<ProfileRequest> {
  const problems: Diagnostic[] = [...found];
  const topics = profile.topics.flatMap((id) => {
    const topic = content.topics.get(id);
    if (topic === undefined)
      problems.push(unknownTopic(id, content, asked.topics === undefined ? place : commandLine));
    return topic === undefined ? [] : [topic];
  });
  if (topics.length > 1) {
    problems.push(
      errorAt(
        place,
        'several-topics',
        'Several topics in one handout are not made yet',
        'Make one handout for each topic: --topic ID',
      ),
    );
  }
  const today = asked.date ?? profile.visit.date ?? clockToday;
  problems.push(...dateProblems(profile, today, place.file), ...oddAnswers(profile, place, clockToday));
  const blocks = topics.flatMap((topic) => topic.blocks);
  if (topics.length > 0) problems.push(...partProblems(profile, blocks, place));
  const [topic] = topics;
  if (topic === undefined) return failure(problems);
  const language = languageFor(profile.language, topic, content);
  if (language === undefined) {
    const where = asked.language === undefined ? place : commandLine;
    const hint = `Use one of: ${[...topic.words.keys()].join(', ')}`;
    problems.push(
      errorAt(where, 'unknown-language', `The topic ${topic.topic.id} is not written in this language`, hint),
    );
    return failure(problems);
  }
  return settle({ profile, topic, language, today }, problems);
}

/** `en-US` finds `en`: a sheet in the language, if not in the country's own form of it. */
function languageFor(tag: string, topic: TopicContent, content: Content): string | undefined {
  const known = [...topic.words.keys()].filter((each) => content.words.has(each));
  const wanted = [tag, tag.split('-')[0] ?? tag].map((each) => each.toLowerCase());
  return wanted.flatMap((each) => known.filter((one) => one.toLowerCase() === each))[0];
}

function unknownTopic(id: string, content: Content, place: Place): Diagnostic {
  const known = [...content.topics.keys()];
  const near = nearestName(id, known);
  const told = /^[\w.-]{1,60}$/.test(id) ? `There is no topic \`${id}\`` : 'There is no topic of this name';
  return errorAt(
    place,
    'unknown-topic',
    told,
    near === undefined ? `Use one of: ${known.join(', ')}` : `Did you mean \`${near}\`?`,
  );
}
