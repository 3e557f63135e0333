/** What the reading check found -> the grade in a few letters for the table, and in words for the panel. */

import type { InspectedText } from '../../app/inspect-texts.ts';
import type { Messages } from '../messages.ts';

/** Empty while it is not known, or the language has no measure. */
export function gradeText(found: InspectedText | undefined, { tag }: Messages): string {
  const reading = found?.reading;
  if (reading === undefined) return '';
  const digits = reading.scale === 'grade' ? 1 : 0;
  return reading.value.toLocaleString(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function readingText(found: InspectedText, messages: Messages): string {
  const { reading, sheets: n, hard } = found;
  const value = gradeText(found, messages);
  const grade = messages.text(`library.reading_${reading?.scale ?? 'none'}`, { value, n });
  return hard === 0 ? grade : `${grade} ${messages.text('library.hard', { n: hard })}`;
}
