/** An approval, the day of making and the clinic's rule -> whether the review is overdue, and whether a sheet may still be made. */

import type { Review } from '../domain/approval.ts';
import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts';
import type { Clinic } from '../domain/clinic.ts';
import type { Refusal, TailorWarning } from '../domain/trace.ts';

/** Whole days since the due date; 0 when it is not past, or nothing is approved: a draft says so itself. */
export function daysOverdue(review: Review | undefined, today: CalendarDate): number {
  return review?.state === 'approved' ? Math.max(0, daysBetween(review.due, today)) : 0;
}

export interface PastDue {
  readonly warning: TailorWarning;
  /** Stands once the clinic's days are over. */
  readonly refusal?: Refusal;
}

/** Nothing while the review is not overdue. */
export function pastDue(
  review: Review | undefined,
  today: CalendarDate,
  rule: Clinic['past_due'],
): PastDue | undefined {
  const days = daysOverdue(review, today);
  if (review === undefined || days === 0) return undefined;
  const since = `The review of this text was due on ${review.due}: ${days} ${days === 1 ? 'day' : 'days'} ago`;
  const warning: TailorWarning = {
    code: 'review-due',
    message: `${since}. Review it, then approve it again`,
  };
  if (rule === undefined || days <= rule.refuse_after_days) return { warning };
  const refusal: Refusal = {
    code: 'review-overdue',
    care: 'review',
    lines: [
      since,
      `After ${rule.refuse_after_days} days the clinic refuses it (\`past_due\` in clinic.yaml).`,
      'Have it reviewed, then run `handout approve`.',
      'A clinician who must hand it out now: --override-review NAME --reason TEXT. That is recorded.',
      'No handout was printed.',
    ],
  };
  return { warning, refusal };
}
