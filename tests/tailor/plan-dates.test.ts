/** Protects the dates of the plan: a day when the clinic is open, never today, never too late to matter. */

import { beforeAll, describe, expect, it } from 'vitest';
import { compareDates } from '../../src/domain/calendar-date.ts';
import type { Clinic } from '../../src/domain/clinic.ts';
import type { Content } from '../../src/domain/content.ts';
import { datedText, dateWords, isOpen, openDay } from '../../src/tailor/plan-dates.ts';
import { day, healthyFactors, profileWith, shippedContent, tailorWith } from '../support/shipped-content.ts';

const clinic = (closed: Clinic['closed'], holidays: string[] = []): Clinic => ({
  name: 'Clinic',
  phone: '555',
  after_hours: '555',
  logo: 'none',
  locale: 'en-US',
  paper: 'A4',
  printers: [],
  closed,
  holidays: holidays.map(day),
});
const weekend = clinic(['saturday', 'sunday']);

describe('the day to come back', () => {
  it.each([
    ['2026-11-23', 2, '2026-11-25', 'Monday and 2 days: Wednesday'],
    ['2026-11-26', 2, '2026-11-27', 'Thursday and 2 days is Saturday: the Friday before'],
    [
      '2026-11-27',
      2,
      '2026-11-30',
      'Friday and 2 days is Sunday, and before it only weekend: the Monday after',
    ],
    ['2026-11-28', 2, '2026-11-30', 'Saturday and 2 days: Monday'],
    ['2026-11-28', 1, '2026-11-30', 'Saturday and 1 day is Sunday: Monday'],
    ['2026-11-28', 14, '2026-12-11', 'Saturday and 14 days is Saturday: the Friday before'],
    ['2026-11-23', 14, '2026-12-07', 'Monday and 14 days: Monday'],
    ['2026-12-18', 14, '2027-01-01', 'over the new year'],
  ])('%s and %i days is %s (%s)', (today, days, expected) => {
    expect(openDay(day(today), days, weekend)).toBe(expected);
  });

  it('passes over holidays, also in a row with a weekend', () => {
    // Thanksgiving and the day after: from Tuesday, 3 days is Friday.
    const thanksgiving = clinic(['saturday', 'sunday'], ['2026-11-26', '2026-11-27']);
    expect(openDay(day('2026-11-24'), 3, thanksgiving)).toBe('2026-11-25');
    expect(openDay(day('2026-11-25'), 2, thanksgiving)).toBe('2026-11-30');
    const longer = clinic(['saturday', 'sunday'], ['2026-11-26', '2026-11-27', '2026-11-30']);
    expect(openDay(day('2026-11-25'), 2, longer)).toBe('2026-12-01');
  });

  it('is open, and after today, whatever the weekdays', () => {
    for (let start = 1; start <= 28; start += 1) {
      const today = day(`2026-11-${String(start).padStart(2, '0')}`);
      for (const days of [1, 2, 14, 42]) {
        const found = openDay(today, days, weekend);
        expect(isOpen(found, weekend)).toBe(true);
        expect(compareDates(found, today)).toBeGreaterThan(0);
      }
    }
  });

  it('of a clinic that is never open is the day itself: no endless search', () => {
    const never = clinic(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']);
    expect(openDay(day('2026-11-23'), 2, never)).toBe('2026-11-25');
  });
});

describe('words', () => {
  it('follow the country of the clinic and the language of the sheet', () => {
    const date = day('2026-12-07');
    expect(dateWords('en', 'en-US').day(date)).toBe('Monday, Dec 7');
    expect(dateWords('en', 'en-US').full(date)).toBe('Dec 7, 2026');
    expect(dateWords('en', 'en-US').short(date)).toBe('Mon 7');
    expect(dateWords('en', 'en-GB').full(date)).toBe('7 Dec 2026');
    expect(dateWords('es', 'en-US').day(date)).toMatch(/lunes/);
  });

  it('only put a real date in words', () => {
    expect(datedText('2026-12-07', dateWords('en', 'en-US'))).toBe('Dec 7, 2026');
    expect(datedText('in spring', dateWords('en', 'en-US'))).toBe('in spring');
  });
});

describe('the plan on the sheet', () => {
  let content: Content;
  beforeAll(async () => {
    content = await shippedContent();
  });
  const plan = (today: string, factors: Record<string, string>, followUp?: string) => {
    const visit = { codes: [], followUp: followUp === undefined ? undefined : day(followUp) };
    const tailored = tailorWith(content, profileWith({ ...healthyFactors, ...factors }, { visit }), {
      today: day(today),
    });
    if (tailored.kind !== 'handout') throw new Error('refused');
    return tailored.handout.plan;
  };

  it('after a severe spasm on a Friday: Monday, then 2 and 6 weeks, in order', () => {
    expect(plan('2026-11-27', { severity: 'severe' }).dates.map(({ when }) => when)).toEqual([
      'Monday, Nov 30',
      'Friday, Dec 11',
      'Friday, Jan 8',
    ]);
  });

  it('has no early date when it is mild or not known', () => {
    for (const severity of ['mild', 'unknown'])
      expect(plan('2026-11-27', { severity }).dates.map(({ when }) => when)[0]).toBe('Friday, Dec 11');
  });

  it('has the visit that was booked, and seven days from today to tick off', () => {
    const { visit, week } = plan('2026-11-27', {}, '2026-12-09');
    expect(visit).toBe('Wednesday, Dec 9');
    expect(week).toEqual(['Fri 27', 'Sat 28', 'Sun 29', 'Mon 30', 'Tue 1', 'Wed 2', 'Thu 3']);
    expect(plan('2026-11-27', {}).visit).toBeUndefined();
  });
});
