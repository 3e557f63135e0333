/** A topic -> for each of its languages, who approved it and what has changed since. */

import type { Review } from '../domain/approval.ts';
import type { Content, TopicContent } from '../domain/content.ts';
import { type ContentPart, sharedParts, topicParts } from '../domain/content-part.ts';
import { failure, type Outcome, success } from '../domain/outcome.ts';
import type { ContentFiles } from '../read/content-files.ts';
import { readContent } from '../read/read-content.ts';
import { type PartChange, partChanges } from '../review/part-changes.ts';
import type { Settings } from '../settings.ts';
import { topicProblems } from './topic-problems.ts';

export interface LanguageDiff {
  readonly topic: string;
  readonly language: string;
  /** Absent when nobody ever approved it, or the approval was damaged. */
  readonly review?: Review;
  readonly changes: readonly PartChange[];
}

export async function diffSinceApproval(
  settings: Settings,
  id: string,
  language: string | undefined,
): Promise<Outcome<LanguageDiff[]>> {
  const read = await readContent({ ...settings.content, clinic: settings.clinic });
  if (!read.ok) return read;
  const { content, files } = read.value;
  const topic = content.topics.get(id);
  const problems = topicProblems(id, language, files.names.topics, topic?.words.keys());
  if (problems.length > 0 || topic === undefined) return failure(problems);
  const languages = language === undefined ? [...topic.words.keys()] : [language];
  const diffs = languages.map((tag) => changesSince(topic, tag, content, files));
  return success(diffs, read.diagnostics);
}

/** All that a reviewer of the topic in the language answers for, as it stands: what is its own first. */
export function partsNow(topic: TopicContent, language: string, content: Content): ContentPart[] {
  return [...topicParts(topic, content, language), ...sharedParts(content, language)];
}

export function changesSince(
  topic: TopicContent,
  language: string,
  content: Content,
  { approvals }: Pick<ContentFiles, 'approvals'>,
): LanguageDiff {
  const { id } = topic.topic;
  const review = content.reviews.get(`${id}/${language}`);
  const approval = approvals.get(`${id}.${language}`)?.value;
  if (review === undefined || approval === undefined) return { topic: id, language, changes: [] };
  return {
    topic: id,
    language,
    review,
    changes: partChanges(approval.parts, partsNow(topic, language, content)),
  };
}
