/** The content and the language of the desk -> the content's own words for factors and signs, as staff read them. */

import type { Content } from '../../domain/content.ts';
import type { Facts } from '../../domain/trace.ts';
import type { SharedWords } from '../../domain/words.ts';
import { signLines } from '../../tailor/sign-lines.ts';
import { continued, fillTerms, type Terms } from '../../tailor/text.ts';
import type { Messages } from '../messages.ts';

export interface StaffWords {
  readonly shared: SharedWords;
  fill(text: string): string;
  /** A sign's lines as one. */
  sign(id: string, facts: Facts): string;
  /** Short name and what counts. */
  factor(id: string): { readonly title: string; readonly hint: string };
  value(id: string, value: string): string;
}

/** A desk in a language that the content does not have yet asks in English. */
export function staffWords(content: Content, messages: Messages): StaffWords {
  const shared = content.words.get(messages.tag) ?? content.words.get('en') ?? [...content.words.values()][0];
  if (shared === undefined) throw new Error('the content has no words');
  const terms: Terms = new Map([
    ...Object.entries(content.locale.terms),
    ['emergency_number', emergencyNumber(content)],
    ['phone', content.clinic.phone],
    ['after_hours', content.clinic.after_hours],
    ['clinic', content.clinic.name],
  ]);
  const fill = (text: string) => fillTerms(text, terms).replaceAll('**', '');
  return {
    shared,
    fill,
    sign: (id, facts) =>
      fill(
        signLines(id, shared, facts)
          .map((line, index) => (index === 0 ? line : continued(line)))
          .join('; '),
      ),
    factor: (id) => {
      const title = `question.${id}`;
      const question = shared.factors[id]?.question ?? id;
      if (!messages.has(title)) return { title: fill(question), hint: '' };
      const hint = `question.${id}_hint`;
      return { title: messages.text(title), hint: messages.has(hint) ? messages.text(hint) : '' };
    },
    value: (id, value) => {
      for (const key of [`answer.${id}_${value.replaceAll('-', '_')}`, `answer.${value}`])
        if (messages.has(key)) return messages.text(key);
      return value;
    },
  };
}

export function emergencyNumber({ clinic, locale }: Content): string {
  return clinic.emergency_number ?? locale.emergency_number;
}
