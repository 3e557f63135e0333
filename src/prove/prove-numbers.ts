/** The words as they were written -> no emergency number in them: the clinic's own comes in from its settings, so that there is one. */

import type { Content, TopicContent } from '../domain/content.ts';
import type { Breach } from './breach.ts';
import { otherNumbers } from './emergency-numbers.ts';

export function proveNumbers(content: Content, topic: TopicContent, language: string): Breach[] {
  const breach = (where: string, number: string): Breach => ({
    property: 'one-emergency-number',
    about: where,
    message: `${where} names the emergency number ${number} itself`,
    hint: 'Write {emergency_number}: the clinic or its locale fills it in',
  });
  const { locale, clinic } = content;
  const words = { shared: content.words.get(language), [topic.topic.id]: topic.words.get(language) };
  const own = clinic.emergency_number ?? locale.emergency_number;
  const letterhead = {
    name: clinic.name,
    descriptor: clinic.descriptor,
    phone: clinic.phone,
    after_hours: clinic.after_hours,
  };
  return [
    ...textsUnder(words, language).flatMap(([where, text]) =>
      otherNumbers(text, '').map((number) => breach(where, number)),
    ),
    ...textsUnder(letterhead, 'the letterhead').flatMap(([where, text]) =>
      otherNumbers(text, own).map((number) => breach(where, number)),
    ),
    ...Object.entries(locale.terms).flatMap(([term, text]) =>
      otherNumbers(text, own).map((number) => breach(`the term ${term} of ${locale.tag}`, number)),
    ),
  ];
}

function textsUnder(value: unknown, path: string): (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsUnder(inner, `${path}.${key}`));
}
