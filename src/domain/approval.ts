/** One file of `approvals/`: who approved a topic in a language, when, until when, and the text and rules as they were then. */

import { z } from 'zod';
import { calendarDateSchema } from './calendar-date.ts';

export const approvalSchema = z.strictObject({
  by: z.string().trim().min(1).max(100),
  date: calendarDateSchema,
  /** The last day on which it counts without a warning. */
  due: calendarDateSchema,
  /** SHA-256 (hex) of the parts. */
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'a hash is 64 hex digits'),
  /** Each part's text when it was approved, by its id: what `handout diff` compares with. */
  parts: z.record(z.string(), z.string()),
});
export type Approval = z.infer<typeof approvalSchema>;

/** How far a topic in a language is reviewed; without any entry it is a draft that nobody approved. */
export interface Review extends Pick<Approval, 'by' | 'date' | 'due'> {
  /** `changed`: something it stands on is no longer what was approved, so it is a draft again. */
  readonly state: 'approved' | 'changed';
}
