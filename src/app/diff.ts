/** A topic -> for each of its languages, who approved it and what has changed since. */

import type { Review } from '../domain/approval.ts';
import { sharedParts, topicParts } from '../domain/content-part.ts';
import { failure, type Outcome, success } from '../domain/outcome.ts';
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
  const diffs = languages.map((tag): LanguageDiff => {
    const review = content.reviews.get(`${id}/${tag}`);
    const approval = files.approvals.get(`${id}.${tag}`)?.value;
    if (review === undefined || approval === undefined) return { topic: id, language: tag, changes: [] };
    const now = [...topicParts(topic, content, tag), ...sharedParts(content, tag)];
    return { topic: id, language: tag, review, changes: partChanges(approval.parts, now) };
  });
  return success(diffs, read.diagnostics);
}
