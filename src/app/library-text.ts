/** One topic in one language, with what the checks found -> how far it is signed off, what changed since, and all that a reviewer reads. */

import type { Review } from '../domain/approval.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Content, TopicContent } from '../domain/content.ts';
import { type ContentPart, topicParts } from '../domain/content-part.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { isSafetyBlock, sourceLanguage, type Translation } from '../domain/translation.ts';
import { type Withdrawal, withdrawalOf } from '../domain/withdrawn.ts';
import type { ContentFiles } from '../read/content-files.ts';
import { partsHash } from '../read/parts-hash.ts';
import type { PartChange } from '../review/part-changes.ts';
import { daysOverdue, pastDue } from '../review/past-due.ts';
import { changesSince, partsNow } from './diff.ts';

export type TextState =
  | 'withdrawn'
  /** Its words have mistakes, such as safety words that were not translated: no sheet is made. */
  | 'withheld'
  /** Not what was signed off any more. */
  | 'out-of-step'
  | 'overdue'
  | 'approved'
  /** A translation that nobody who can judge it has checked. */
  | 'unchecked'
  | 'draft';

export interface ReadPart extends ContentPart {
  /** The same part in the source language, for a translation. */
  readonly source?: string | undefined;
  /** The topic's own; what it shares with all others comes after it. */
  readonly own: boolean;
}

export interface ReadChange extends PartChange {
  readonly safety: boolean;
}

export interface LibraryText {
  readonly topic: string;
  readonly language: string;
  readonly title: string;
  readonly state: TextState;
  readonly review?: Review | undefined;
  /** Overdue for so long that the clinic's own rule refuses it. */
  readonly refused: boolean;
  readonly withdrawal?: Withdrawal | undefined;
  readonly translation?: Translation | undefined;
  readonly changes: readonly ReadChange[];
  readonly parts: readonly ReadPart[];
  /** Of the parts: what a sign-off is about. */
  readonly hash: string;
  readonly errors: readonly Diagnostic[];
}

export function libraryText(
  topic: TopicContent,
  language: string,
  content: Content,
  files: ContentFiles,
  found: readonly Diagnostic[],
  today: CalendarDate,
): LibraryText {
  const { id } = topic.topic;
  const own = topic.words.get(language);
  const review = content.reviews.get(`${id}/${language}`);
  const withdrawal = withdrawalOf(content.withdrawn, id, language);
  const places = [files.topics.get(id)?.words.get(language)?.file, files.words.get(language)?.file];
  const errors = found.filter(({ file, severity }) => severity === 'error' && places.includes(file));
  const translation = uncheckedFirst([own?.translation, content.words.get(language)?.translation]);
  const now = partsNow(topic, language, content);
  const ofTopic = new Set(topicParts(topic, content, language).map((part) => part.id));
  const source = language === sourceLanguage ? [] : partsNow(topic, sourceLanguage, content);
  const sources = new Map(source.map((part) => [part.id, part.text]));
  const safe = safetyOf(topic);
  return {
    topic: id,
    language,
    title: own?.title ?? id,
    state: stateOf(withdrawal, errors, review, today, translation),
    review,
    refused: pastDue(review, today, content.clinic.past_due)?.refusal !== undefined,
    withdrawal,
    translation,
    changes: changesSince(topic, language, content, files).changes.map((change) => ({
      ...change,
      safety: safe(change.id),
    })),
    parts: now.map((part) => ({ ...part, source: sources.get(part.id), own: ofTopic.has(part.id) })),
    hash: partsHash(Object.fromEntries(now.map((part) => [part.id, part.text]))),
    errors,
  };
}

function stateOf(
  withdrawal: Withdrawal | undefined,
  errors: readonly Diagnostic[],
  review: Review | undefined,
  today: CalendarDate,
  translation: Translation | undefined,
): TextState {
  if (withdrawal !== undefined) return 'withdrawn';
  if (errors.length > 0) return 'withheld';
  if (review?.state === 'changed') return 'out-of-step';
  if (daysOverdue(review, today) > 0) return 'overdue';
  if (review !== undefined) return 'approved';
  return translation?.checked_by === nobody ? 'unchecked' : 'draft';
}

const nobody = 'nobody yet';

/** A sheet is as far checked as the least checked of its words. */
function uncheckedFirst(all: readonly (Translation | undefined)[]): Translation | undefined {
  const told = all.filter((each) => each !== undefined);
  return told.find((each) => each.checked_by === nobody) ?? told[0];
}

/** As with translations: only a block that teaches hangs no safety on its words. */
function safetyOf({ blocks }: TopicContent): (part: string) => boolean {
  const teaching = new Set(blocks.filter((block) => !isSafetyBlock(block)).map(({ id }) => `block ${id}`));
  return (part) => !teaching.has(part);
}
