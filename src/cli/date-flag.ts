/** The text after a flag -> the day that it names, or the usage error that says how to write one. */

import { asCalendarDate, type CalendarDate } from '../domain/calendar-date.ts';
import { BadUsage } from './bad-usage.ts';

export function dateFlag(flag: string, text: string | undefined): CalendarDate | undefined {
  if (text === undefined) return undefined;
  const date = asCalendarDate(text);
  if (date === undefined)
    throw new BadUsage(`${flag} is not a date that exists`, 'Write it as YYYY-MM-DD, such as 2026-11-23');
  return date;
}
