/** The parts as approved and as they stand now -> what is new, gone or changed, with the lines of before and after. */

import type { ContentPart } from '../domain/content-part.ts';
import { type DiffLine, lineDiff } from './line-diff.ts';

export interface PartChange {
  readonly id: string;
  readonly kind: 'new' | 'gone' | 'changed';
  readonly lines: readonly DiffLine[];
}

/** Parts that are there in the order of the text, those that are gone after them. */
export function partChanges(
  approved: Readonly<Record<string, string>>,
  now: readonly ContentPart[],
): PartChange[] {
  const before = new Map(Object.entries(approved));
  const here = now.flatMap(({ id, text }): PartChange[] => {
    const old = before.get(id);
    before.delete(id);
    if (old === text) return [];
    return old === undefined
      ? [{ id, kind: 'new', lines: marked('+', text) }]
      : [{ id, kind: 'changed', lines: lineDiff(old, text) }];
  });
  const gone = [...before].map(([id, text]): PartChange => ({ id, kind: 'gone', lines: marked('-', text) }));
  return [...here, ...gone];
}

function marked(mark: DiffLine['mark'], text: string): DiffLine[] {
  return text.split('\n').map((line) => ({ mark, text: line }));
}
