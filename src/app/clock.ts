/** The computer's clock -> the clinic's calendar day and the moment, read once a run. */

import { asCalendarDate, type CalendarDate } from '../domain/calendar-date.ts';

export interface ClockTime {
  /** The clinic's own calendar day, not Greenwich's. */
  readonly today: CalendarDate;
  /** ISO, UTC. */
  readonly moment: string;
}

/** Of a line that is written, not of the run. ISO, UTC. */
export function momentNow(): string {
  return new Date().toISOString();
}

export function readClock(): ClockTime {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  const text = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const today = asCalendarDate(text);
  if (today === undefined) throw new Error('the clock of this computer shows no usable date');
  return { today, moment: now.toISOString() };
}
