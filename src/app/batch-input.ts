/** All that a handout of a batch depends on -> the keyed hash by which a rerun knows that nothing has changed. */

import { inputKey } from '../batch/job-key.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Paper } from '../domain/clinic.ts';
import type { Content } from '../domain/content.ts';
import { pastDue } from '../review/past-due.ts';
import type { ProfileRequest } from './settle-profile.ts';

/** Without the id. `kitHash`: of content, templates and program; `now`: the day on which it is made. */
export function batchInput(
  { profile, topic, language, today }: ProfileRequest,
  paper: Paper,
  key: Uint8Array,
  kitHash: string,
  content: Content,
  now: CalendarDate,
): string {
  // A review that falls overdue changes what may be made, though no file did.
  const late = pastDue(content.reviews.get(`${topic.topic.id}/${language}`), now, content.clinic.past_due);
  const overdue = late === undefined ? 'no' : late.refusal === undefined ? 'warned' : 'refused';
  return inputKey(key, { profile, topic: topic.topic.id, language, today, paper, kitHash, overdue });
}
