/** A topic and a reason -> one more entry in the list of withdrawn topics, or one lifted; it works whatever else is wrong in the content. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { contentModes, writeWhole } from '../deliver/whole-file.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { errorAt } from '../domain/diagnostic.ts';
import { failure, type Outcome, success } from '../domain/outcome.ts';
import { type Withdrawal, withdrawnSchema } from '../domain/withdrawn.ts';
import { languagesIn, unitNames, unitPath } from '../read/content-folders.ts';
import { readLocated } from '../read/located.ts';
import type { Settings } from '../settings.ts';
import { topicProblems } from './topic-problems.ts';

export interface WithdrawRequest {
  readonly topic: string;
  readonly language?: string | undefined;
  readonly reason: string;
  readonly by?: string | undefined;
  readonly lift: boolean;
  readonly today: CalendarDate;
}

/** The path of the list that was written. */
export async function withdraw(
  { content }: Settings,
  { topic, language, reason, by, lift, today }: WithdrawRequest,
): Promise<Outcome<string>> {
  const topics = unitNames(content, 'topics');
  const languages = languagesIn(unitPath(content, join('topics', topic)), 'topic.yaml');
  const problems = topicProblems(topic, language, topics, languages);
  if (problems.length > 0) return failure(problems);
  const path = join(content.own ?? content.shipped, 'withdrawn.yaml');
  const listed = existsSync(path)
    ? await readLocated(path, withdrawnSchema)
    : success({ value: { withdrawn: [] } });
  if (!listed.ok) return listed;
  const told = { reason, ...(by === undefined ? {} : { by }), date: today };
  const before: readonly Withdrawal[] = listed.value.value.withdrawn;
  const stands = (each: Withdrawal) =>
    each.lifted === undefined && each.topic === topic && each.language === language;
  if (lift && !before.some(stands)) return failure([nothingToLift(path, topic, language)]);
  const after = lift
    ? before.map((each) => (stands(each) ? { ...each, lifted: told } : each))
    : [...before, { topic, ...(language === undefined ? {} : { language }), ...told }];
  await writeWhole(path, `${head}${stringify({ withdrawn: after }, { lineWidth: 0 })}`, contentModes);
  return success(path);
}

function nothingToLift(path: string, topic: string, language: string | undefined) {
  const which = language === undefined ? topic : `${topic} in ${language}`;
  return errorAt(
    { file: path },
    'not-withdrawn',
    `${which} is not withdrawn in this list`,
    'See `handout topics`. Name the list with --content, and --lang as it was withdrawn. Only an update lifts our own',
  );
}

const head = `# Written by \`handout withdraw\`. No sheet of these topics is made. A lifted entry stays here, and counts no more.
`;
