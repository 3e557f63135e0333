/** A form of the library as it was sent -> a sign-off or a withdrawal that can be carried out, or what it lacks. */

import { z } from 'zod';
import { asCalendarDate, type CalendarDate } from '../../domain/calendar-date.ts';
import { isOneLine } from '../../domain/one-line.ts';

const short = (most: number) =>
  z
    .string()
    .transform((text) => text.trim())
    .catch('')
    .transform((text) => text.slice(0, most + 1));

const signSchema = z.object({
  by: short(100),
  due: short(10),
  read: z.literal('yes').optional().catch(undefined),
  /** The hash of what stood beside the form. */
  shown: short(64),
});
export type SignForm = z.infer<typeof signSchema>;

const withdrawSchema = z.object({
  by: short(100),
  reason: short(300),
  where: z.enum(['this', 'all']).catch('all'),
});
export type WithdrawForm = z.infer<typeof withdrawSchema>;

export function signForm(body: unknown): SignForm {
  return signSchema.parse(body ?? {});
}

export function withdrawForm(body: unknown): WithdrawForm {
  return withdrawSchema.parse(body ?? {});
}

/** The message that says what is lacking. */
export type Lack = 'lack_name' | 'lack_day' | 'lack_read' | 'lack_reason' | 'lack_line';

export function signLack({ by, due, read }: SignForm, today: CalendarDate): Lack | undefined {
  if (by === '') return 'lack_name';
  if (by.length > 100 || !isOneLine(by)) return 'lack_line';
  const day = asCalendarDate(due);
  if (day === undefined || day < today) return 'lack_day';
  return read === undefined ? 'lack_read' : undefined;
}

export function withdrawLack({ by, reason }: WithdrawForm): Lack | undefined {
  if (reason === '') return 'lack_reason';
  if (by === '') return 'lack_name';
  const long = by.length > 100 || reason.length > 300;
  return long || !isOneLine(by) || !isOneLine(reason) ? 'lack_line' : undefined;
}
