/** Protects what a reviewer is shown: every part that is new, gone or changed, with the words of before and after. */

import { describe, expect, it } from 'vitest';
import { lineDiff } from '../../src/review/line-diff.ts';
import { partChanges } from '../../src/review/part-changes.ts';

const shown = (before: string, after: string) => lineDiff(before, after).map(({ mark, text }) => mark + text);

describe('lines', () => {
  it('tell one that changed between two that did not', () => {
    expect(shown('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c']);
  });

  it('tell one that was put in, and one that was taken out', () => {
    expect(shown('a\nc', 'a\nb\nc')).toEqual([' a', '+b', ' c']);
    expect(shown('a\nb\nc', 'a\nc')).toEqual([' a', '-b', ' c']);
  });

  it('are all there, whatever changed', () => {
    const lines = lineDiff('a\nb\na\nd', 'b\na\na\ne\nd');
    const of = (mark: string) =>
      lines
        .filter((line) => line.mark !== mark)
        .map(({ text }) => text)
        .join('\n');
    expect(of('+')).toBe('a\nb\na\nd');
    expect(of('-')).toBe('b\na\na\ne\nd');
  });
});

describe('parts', () => {
  it('are told in the order of the text, those that are gone last', () => {
    const approved = { 'block a': '1', 'block gone': 'x\ny', 'block same': '3' };
    const now = [
      { id: 'block new', text: 'n' },
      { id: 'block same', text: '3' },
      { id: 'block a', text: '2' },
    ];
    expect(partChanges(approved, now)).toEqual([
      { id: 'block new', kind: 'new', lines: [{ mark: '+', text: 'n' }] },
      {
        id: 'block a',
        kind: 'changed',
        lines: [
          { mark: '-', text: '1' },
          { mark: '+', text: '2' },
        ],
      },
      {
        id: 'block gone',
        kind: 'gone',
        lines: [
          { mark: '-', text: 'x' },
          { mark: '-', text: 'y' },
        ],
      },
    ]);
  });
});
