/** Content, its files and today -> a warning for each text that is a draft again, overdue or withdrawn. */

import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Content } from '../domain/content.ts';
import { type Diagnostic, warningAt } from '../domain/diagnostic.ts';
import type { ContentFiles } from '../read/content-files.ts';
import { daysOverdue } from '../review/past-due.ts';

export function reviewWarnings(content: Content, files: ContentFiles, today: CalendarDate): Diagnostic[] {
  const reviews = [...content.reviews].flatMap(([key, review]): Diagnostic[] => {
    const [topic = '', language = ''] = key.split('/');
    const place = files.approvals.get(`${topic}.${language}`)?.place([]) ?? { file: `approvals/${topic}` };
    const again = `handout approve ${topic} --lang ${language} --by NAME`;
    if (review.state === 'changed') {
      const told = `What was approved on ${review.date} has changed, so ${topic} in ${language} is a draft again`;
      return [warningAt(place, 'review-changed', told, `See \`handout diff ${topic}\`, then \`${again}\``)];
    }
    const days = daysOverdue(review, today);
    if (days === 0) return [];
    const told = `The review of ${topic} in ${language} was due on ${review.due}, ${days} days ago`;
    return [warningAt(place, 'review-due', told, `Have it reviewed, then \`${again}\``)];
  });
  const withdrawn = files.withdrawn.flatMap((file) =>
    file.value.withdrawn.flatMap(({ topic, language, reason, lifted }, index): Diagnostic[] => {
      if (lifted !== undefined) return [];
      const which = language === undefined ? topic : `${topic} in ${language}`;
      const told = `No sheet of ${which} is made: ${reason}`;
      const lang = language === undefined ? '' : ` --lang ${language}`;
      const lift = `handout withdraw ${topic}${lang} --lift --reason TEXT`;
      return [warningAt(file.place(['withdrawn', index]), 'withdrawn', told, `To lift it: \`${lift}\``)];
    }),
  );
  return [...reviews, ...withdrawn];
}
