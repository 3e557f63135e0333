/** Protects the names of a combined PDF: one as given, several with numbers, and no other file taken for one of them. */

import { expect, it } from 'vitest';
import { isNumbered, numberedFiles } from '../../src/batch/numbered-files.ts';

it('one file keeps its name; several are numbered', () => {
  expect(numberedFiles('a/all.pdf', 1)).toEqual(['a/all.pdf']);
  expect(numberedFiles('a/all.pdf', 3)).toEqual(['a/all-001.pdf', 'a/all-002.pdf', 'a/all-003.pdf']);
  expect(numberedFiles('all.pdf', 0)).toEqual([]);
});

it.each(['all.pdf', 'all-001.pdf', 'all-1000.pdf'])('%s may be left from another run', (name) => {
  expect(isNumbered('a/all.pdf', `a/${name}`)).toBe(true);
});

it.each(['a/all-1.pdf', 'a/all-001.zip', 'a/overall-001.pdf', 'a/all-old-001.pdf', 'b/all-001.pdf'])(
  '%s is another file',
  (file) => {
    expect(isNumbered('a/all.pdf', file)).toBe(false);
  },
);
