/** Answers that can hardly be meant -> warnings: the handout is made, but somebody should look. */

import { addDays, ageInYears, type CalendarDate } from '../domain/calendar-date.ts';
import { type Diagnostic, type Place, warningAt } from '../domain/diagnostic.ts';
import type { Profile } from '../domain/profile.ts';

const oldest = 110;
const year = 366;

/** `today`: of the clock, since the handout's own date may be the mistake. */
export function oddAnswers({ patient, visit }: Profile, place: Place, today: CalendarDate): Diagnostic[] {
  const odd: Diagnostic[] = [];
  const { date } = visit;
  if (date !== undefined && (date < addDays(today, -year) || date > addDays(today, year)))
    odd.push(warningAt(place, 'odd-date', '`visit.date` is more than a year from today', 'Check the year'));
  const { birthDate } = patient;
  if (birthDate !== undefined && ageInYears(birthDate, today) > oldest)
    odd.push(
      warningAt(
        place,
        'odd-date',
        `\`patient.birthDate\` makes this patient older than ${oldest}`,
        'Check the year of birth',
      ),
    );
  return odd;
}
