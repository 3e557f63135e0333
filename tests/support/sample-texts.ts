/** Texts of a sheet, made up in one line each. */

import type { PrintedText, TextKind } from '../../src/domain/printed-texts.ts';

export function printed(kind: TextKind, ...texts: string[]): PrintedText[] {
  return texts.map((text) => ({ part: 'block b', kind, text }));
}

export function listed(lead: string, ...items: string[]): PrintedText[] {
  return [
    { part: 'block b', kind: 'paragraph', text: lead },
    ...items.map((text): PrintedText => ({ part: 'block b', kind: 'item', lead, text })),
  ];
}
