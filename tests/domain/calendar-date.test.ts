import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  ageInYears,
  asCalendarDate,
  type CalendarDate,
  calendarDateSchema,
  compareDates,
  dayOfWeek,
  daysBetween,
} from '../../src/domain/calendar-date.ts';

function date(text: string): CalendarDate {
  const found = asCalendarDate(text);
  if (found === undefined) throw new Error(`${text} is no date`);
  return found;
}

test.each(['2026-03-31', '2024-02-29', '2000-02-29', '1900-01-01', '2200-12-31'])('%s exists', (text) => {
  expect(asCalendarDate(text)).toBe(text);
});

test.each([
  '2026-02-30',
  '2026-02-29',
  '1900-02-29',
  '1961-13-02',
  '2026-00-10',
  '2026-01-00',
  '1899-12-31',
  '2201-01-01',
  '2026-3-1',
  '26-03-01',
  ' 2026-03-01',
  '2026-03-01T00:00:00Z',
  '01/03/2026',
  '',
])('%s is refused', (text) => {
  expect(asCalendarDate(text)).toBeUndefined();
});

test('the complaint names what is wrong, not the date', () => {
  const parsed = calendarDateSchema.safeParse('1961-13-02');
  const issue = parsed.error?.issues[0];
  expect(issue?.message).toContain('the month must be 01 to 12');
  expect(JSON.stringify(issue)).not.toContain('1961');
});

test('days are counted over months, leap days and clock changes', () => {
  expect(addDays(date('2024-02-28'), 1)).toBe('2024-02-29');
  expect(addDays(date('2026-12-31'), 1)).toBe('2027-01-01');
  expect(addDays(date('2026-03-01'), -1)).toBe('2026-02-28');
  const days = fc.integer({ min: -30_000, max: 30_000 });
  fc.assert(
    fc.property(days, (count) => {
      const start = date('2026-03-29');
      const end = addDays(start, count);
      expect(daysBetween(start, end)).toBe(count);
      expect(Math.sign(compareDates(end, start))).toBe(Math.sign(count));
      expect(dayOfWeek(end)).toBe(((((6 + count) % 7) + 7) % 7) + 1);
    }),
  );
});

test('weekdays count from Monday', () => {
  expect(dayOfWeek(date('2026-11-23'))).toBe(1);
  expect(dayOfWeek(date('2026-11-29'))).toBe(7);
});

test.each([
  ['1961-02-13', '2026-02-12', 64],
  ['1961-02-13', '2026-02-13', 65],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2008-02-29', '2028-02-29', 20],
  ['2026-05-01', '2026-04-30', -1],
])('born %s, on %s: %i', (birth, on, age) => {
  expect(ageInYears(date(birth), date(on))).toBe(age);
});
