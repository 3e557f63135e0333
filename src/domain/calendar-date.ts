/** Text `YYYY-MM-DD` -> a day that exists, and the arithmetic of days; no clock, no time zone. */

import { z } from 'zod';

const firstYear = 1900;
const lastYear = 2200;
const msPerDay = 86_400_000;

/** `{field}` in a message stands for the name of the field; whoever reports the issue fills it in. */
export const calendarDateSchema = z
  .string({
    error: (issue) =>
      issue.input === undefined || issue.input === null
        ? undefined
        : '{field} must be a date written as YYYY-MM-DD, such as 2026-03-31',
  })
  .superRefine((text, context) => {
    const complaint = dateComplaint(text);
    if (complaint === undefined) return;
    context.addIssue({
      code: 'custom',
      message: complaint.message,
      params: { code: 'bad-date', ...complaint },
    });
  })
  .brand<'CalendarDate'>()
  .meta({ format: 'date' });

export type CalendarDate = z.infer<typeof calendarDateSchema>;

/** The date, or undefined when the text isn't one. */
export function asCalendarDate(text: string): CalendarDate | undefined {
  const parsed = calendarDateSchema.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}

/** `days` may be negative; must be whole. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(utc(date) + days * msPerDay).toISOString().slice(0, 10) as CalendarDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utc(to) - utc(from)) / msPerDay);
}

/** Negative, zero or positive, for `sort`. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Completed years; born on 29 February counts from 1 March in other years; negative before birth. */
export function ageInYears(birth: CalendarDate, on: CalendarDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** ISO: 1 is Monday, 7 is Sunday. */
export function dayOfWeek(date: CalendarDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const day = new Date(utc(date)).getUTCDay();
  return (day === 0 ? 7 : day) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

function utc(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function dateComplaint(text: string): { message: string; hint: string } | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) {
    return {
      message: '{field} must be a date written as YYYY-MM-DD',
      hint: 'Write year, month and day in digits with hyphens, such as 2026-03-31',
    };
  }
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12) {
    return {
      message: '{field} is a date that does not exist: the month must be 01 to 12',
      hint: 'The order is year, month, day: YYYY-MM-DD',
    };
  }
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > lastDay) {
    return {
      message: '{field} is a date that does not exist: that month has no such day',
      hint: 'Check the day against a calendar',
    };
  }
  if (year < firstYear || year > lastYear) {
    return {
      message: `{field} must be a date between ${firstYear} and ${lastYear}`,
      hint: 'Check the year',
    };
  }
  return undefined;
}
