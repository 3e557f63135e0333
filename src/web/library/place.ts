/** The address of a library page <-> which text is open, what the table shows, and what was looked for. */

import { z } from 'zod';

export interface Place {
  readonly topic: string;
  readonly language: string;
}

const shownSchema = z.object({
  show: z.enum(['all', 'needs']).catch('all'),
  find: z.string().trim().max(80).catch(''),
  /** Every text of the sheet, not only those that changed. */
  texts: z.enum(['changed', 'all']).optional().catch(undefined),
  /** Something was just done, and is told. */
  done: z.literal('1').optional().catch(undefined),
});
export type Shown = z.infer<typeof shownSchema>;

export function shownOf(query: unknown): Shown {
  return shownSchema.parse(query ?? {});
}

/** Without a place: the table alone. What is the usual is left out. */
export function placeHref(place: Place | undefined, shown: Shown, to = ''): string {
  const query = new URLSearchParams({
    ...(shown.show === 'all' ? {} : { show: shown.show }),
    ...(shown.find === '' ? {} : { find: shown.find }),
    ...(shown.texts === undefined ? {} : { texts: shown.texts }),
    ...(shown.done === undefined ? {} : { done: shown.done }),
  }).toString();
  const path = place === undefined ? '/library' : `/library/${place.topic}/${place.language}${to}`;
  const mark = place === undefined || to !== '' ? '' : '#panel';
  return `${path}${query === '' ? '' : `?${query}`}${mark}`;
}
