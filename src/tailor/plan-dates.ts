/** The handout's date and a number of days -> the real day to come back on, when the clinic is open. */

import {
  addDays,
  asCalendarDate,
  type CalendarDate,
  compareDates,
  dayOfWeek,
} from '../domain/calendar-date.ts';
import type { Clinic, Weekday } from '../domain/clinic.ts';

const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** Longest run of closed days that is walked over before giving up. */
const longestClosure = 21;

export function isOpen(date: CalendarDate, clinic: Clinic): boolean {
  const weekday = weekdays[dayOfWeek(date) - 1];
  const closed = weekday !== undefined && clinic.closed.includes(weekday);
  return !closed && !clinic.holidays.includes(date);
}

/** A closed day moves to the last open day before it; when that would be today or earlier, to the first open day after. */
export function openDay(today: CalendarDate, days: number, clinic: Clinic): CalendarDate {
  const wanted = addDays(today, days);
  for (let back = 0; back <= longestClosure; back += 1) {
    const day = addDays(wanted, -back);
    if (compareDates(day, today) <= 0) break;
    if (isOpen(day, clinic)) return day;
  }
  for (let ahead = 1; ahead <= longestClosure; ahead += 1) {
    const day = addDays(wanted, ahead);
    if (isOpen(day, clinic)) return day;
  }
  return wanted;
}

/** How dates read in the handout's language and the clinic's country. */
export interface DateWords {
  /** `Nov 23, 2026` */
  full(date: CalendarDate): string;
  /** `Monday, Dec 7` */
  day(date: CalendarDate): string;
  /** `Mon 23` */
  short(date: CalendarDate): string;
}

/** Making a formatter takes longer than all of its dates on a sheet. */
const formatters = new Map<string, DateWords>();

/** `locale` is BCP 47; the locale's country is kept when the handout is in another language. */
export function dateWords(language: string, locale: string): DateWords {
  const region = new Intl.Locale(locale).region;
  const spoken = new Intl.Locale(language).language;
  const tag = region === undefined ? spoken : `${spoken}-${region}`;
  const known = formatters.get(tag);
  if (known !== undefined) return known;
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    return (date: CalendarDate) => formatter.format(new Date(`${date}T00:00:00Z`));
  };
  const weekday = format({ weekday: 'short' });
  const words: DateWords = {
    full: format({ year: 'numeric', month: 'short', day: 'numeric' }),
    day: format({ weekday: 'long', month: 'short', day: 'numeric' }),
    short: (date) => `${weekday(date)} ${Number(date.slice(8))}`,
  };
  formatters.set(tag, words);
  return words;
}

/** `approved` dates in content are plain text; only a real date is put in words. */
export function datedText(text: string, words: DateWords): string {
  const date = asCalendarDate(text);
  return date === undefined ? text : words.full(date);
}
