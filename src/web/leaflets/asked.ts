/** What stands in the address or a form of Leaflets -> what is asked for; nothing in it is about a patient. */

import { z } from 'zod';
import { type Paper, paperSchema } from '../../domain/clinic.ts';
import type { Content } from '../../domain/content.ts';
import { type Style, styleSchema } from '../../domain/topic.ts';

const word = z.string().max(100).catch('');
const schema = z.object({
  topic: word,
  set: word,
  find: word,
  language: word,
  style: word,
  paper: word,
  printer: z.string().max(200).catch(''),
  copies: word,
});

export interface Asked {
  readonly topic: string;
  readonly set: string;
  readonly find: string;
  readonly language: string;
  readonly style: Style;
  readonly paper: Paper;
  readonly printer: string;
  readonly copies: number;
}

/** What is not known falls back to the clinic's own. */
export function askedOf(from: unknown, content: Content, deskLanguage: string): Asked {
  const form = schema.parse(typeof from === 'object' && from !== null ? from : {});
  const { topic, set, find, printer } = form;
  return {
    topic: content.topics.has(topic) ? topic : '',
    set,
    find: find.trim(),
    printer,
    language: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$/.test(form.language) ? form.language : deskLanguage,
    style: styleSchema.safeParse(form.style).data ?? 'standard',
    paper: paperSchema.safeParse(form.paper).data ?? content.clinic.paper,
    copies: Math.min(99, Math.max(1, Number.parseInt(form.copies, 10) || 1)),
  };
}

/** The address of the same with some of it changed. */
export function placeOf(asked: Asked, changes: Partial<Asked> = {}, path = '/leaflets'): string {
  const { topic, set, find, language, style, paper, printer, copies } = { ...asked, ...changes };
  const all = {
    topic,
    set,
    find,
    language,
    style,
    paper,
    printer,
    copies: copies === 1 ? '' : String(copies),
  };
  const query = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== '')).toString();
  return query === '' ? path : `${path}?${query}`;
}
