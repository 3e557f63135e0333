/** Protects the due date: nothing on the day itself, a warning after it, a refusal only where the clinic wants one. */

import { describe, expect, it } from 'vitest';
import type { Review } from '../../src/domain/approval.ts';
import { daysOverdue, pastDue } from '../../src/review/past-due.ts';
import { day } from '../support/shipped-content.ts';

const review: Review = {
  state: 'approved',
  by: 'Dr Sample',
  date: day('2025-01-01'),
  due: day('2026-01-31'),
};
const rule = { refuse_after_days: 5 };

describe('a text whose review is due', () => {
  it('counts through the due date itself', () => {
    expect(daysOverdue(review, day('2026-01-31'))).toBe(0);
    expect(pastDue(review, day('2026-01-31'), rule)).toBeUndefined();
    expect(daysOverdue(review, day('2026-02-01'))).toBe(1);
  });

  it('is warned of, without end, when the clinic has no rule', () => {
    const found = pastDue(review, day('2030-01-01'), undefined);
    expect(found?.warning.code).toBe('review-due');
    expect(found?.refusal).toBeUndefined();
  });

  it('is refused one day after the days of the clinic, not before', () => {
    expect(pastDue(review, day('2026-02-05'), rule)?.refusal).toBeUndefined();
    expect(pastDue(review, day('2026-02-06'), rule)?.refusal).toMatchObject({ code: 'review-overdue' });
    expect(pastDue(review, day('2026-02-01'), { refuse_after_days: 0 })?.refusal).toBeDefined();
  });

  it('is no matter for a draft, which says of itself that it is one', () => {
    expect(pastDue(undefined, day('2030-01-01'), rule)).toBeUndefined();
    expect(pastDue({ ...review, state: 'changed' }, day('2030-01-01'), rule)).toBeUndefined();
  });
});
