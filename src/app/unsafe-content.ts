/** Content -> an error for each thing in it that would make a sheet unsafe for some patient; empty when the proof holds. */

import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Content } from '../domain/content.ts';
import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { mergedNever } from '../domain/never.ts';
import type { Breach } from '../prove/breach.ts';
import { questionsOf, told } from '../prove/profile-space.ts';
import { proveAll } from '../prove/prove.ts';
import { proveRefusals } from '../prove/prove-refusals.ts';

/** More than this is told by `handout check --safety`. */
const mostTold = 5;

/** `folder`: where the content came from, for the message. */
export function unsafeContent(content: Content, date: CalendarDate, folder: string): Diagnostic[] {
  const never = mergedNever(content.never);
  const breaches = [
    ...proveAll(content).flatMap((kind) => kind.breaches),
    ...[...content.topics.values()].flatMap((topic) =>
      [...topic.words.keys()].flatMap(
        (language) => proveRefusals(content, topic, language, date, never).breaches,
      ),
    ),
  ];
  const once = [...new Map(breaches.map((breach) => [`${breach.about} ${breach.message}`, breach])).values()];
  return once.slice(0, mostTold).map((breach) => unsafe(breach, content, folder));
}

function unsafe({ property, message, hint, profile }: Breach, content: Content, folder: string): Diagnostic {
  const questions = questionsOf(content.rulebook);
  const patient = profile === undefined ? '' : `, for a patient with ${told(profile, questions)}`;
  return errorAt(
    { file: folder },
    'unsafe-content',
    `${message}${patient} (${property})`,
    `${hint}. \`handout check --safety\` tells all`,
  );
}
