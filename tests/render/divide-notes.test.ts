/** Protects the special notes: however many leave side one, each is printed once, in order, and no side has an empty frame. */

import { describe, expect, it } from 'vitest';
import { divideNotes } from '../../src/render/divide-notes.ts';
import { block } from '../support/sample-blocks.ts';
import { bloodThinner } from '../support/sample-handout.ts';
import { renderSample } from '../support/shipped-page.ts';

const notes = {
  heading: 'For you',
  blocks: ['a', 'b', 'c'].map((id) => block(`note.${id}`, { title: id, text: `Text of ${id}.` })),
};
const idsOf = (part: typeof notes | undefined) => part?.blocks.map(({ id }) => id);

describe('divideNotes', () => {
  it('lets the last ones go', () => {
    const divided = divideNotes(notes, 2);
    expect(idsOf(divided.notes)).toEqual(['note.a']);
    expect(idsOf(divided.sideTwoNotes)).toEqual(['note.b', 'note.c']);
  });

  it('leaves no section without notes', () => {
    expect(divideNotes(notes, 0).sideTwoNotes).toBeUndefined();
    expect(divideNotes(notes, 3).notes).toBeUndefined();
    expect(divideNotes(notes, 9).notes).toBeUndefined();
    expect(divideNotes(undefined, 1)).toEqual({ notes: undefined, sideTwoNotes: undefined });
  });

  it.each([0, 1, 2, 3])('prints each once on the page when %i leave side one', (notesOnSideTwo) => {
    const html = renderSample({ ...bloodThinner, notes }, { notesOnSideTwo });
    const [one = '', two = ''] = html.split('data-side="2"');
    const printed = (part: string) => [...part.matchAll(/data-block="(note\.\w)"/g)].map((match) => match[1]);
    expect(printed(one)).toHaveLength(3 - notesOnSideTwo);
    expect([...printed(one), ...printed(two)]).toEqual(['note.a', 'note.b', 'note.c']);
  });
});
