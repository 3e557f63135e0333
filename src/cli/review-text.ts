/** How far a topic in a language is reviewed, today -> the state in a few words: draft, approved, overdue or withdrawn. */

import type { Review } from '../domain/approval.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Withdrawal } from '../domain/withdrawn.ts';
import { daysOverdue } from '../review/past-due.ts';

export function reviewText(
  review: Review | undefined,
  withdrawal: Withdrawal | undefined,
  today: CalendarDate,
): string {
  if (withdrawal !== undefined) return `WITHDRAWN ${withdrawal.date}: ${withdrawal.reason}`;
  if (review === undefined) return 'draft';
  if (review.state === 'changed') return `draft: changed since ${review.date}`;
  const overdue = daysOverdue(review, today) > 0;
  return `${overdue ? 'OVERDUE: approved' : 'approved'} by ${review.by}, due ${review.due}`;
}
