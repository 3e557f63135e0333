/** Protects the height of the title row, and that a tag which changes a safety text is the last to go. */

import { describe, expect, it } from 'vitest';
import { tagsInRows } from '../../src/render/tag-rows.ts';
import { sampleIcon } from '../support/sample-words.ts';

const icon = sampleIcon('drop');
const safety = ['Kidney problems', 'Blood pressure pill', 'Weak bones', 'Falls or memory'].map((text) => ({
  text,
  safety: true,
  icon,
}));
const about = ['Low back', 'Mild', 'Came back', 'Several places'].map((text) => ({ text, safety: false }));
const textsOf = (tags: readonly { text: string }[]) => tags.map((tag) => tag.text);

describe('tagsInRows', () => {
  it('keeps a few tags as they are', () => {
    const few = [...safety.slice(0, 1), ...about.slice(0, 2)];
    expect(tagsInRows(few)).toEqual(few);
  });

  it('takes the pictures away before a safety tag', () => {
    const tags = tagsInRows([...safety, ...about]);
    expect(textsOf(tags).slice(0, 4)).toEqual(textsOf(safety));
    expect(tags.some((tag) => tag.icon !== undefined)).toBe(false);
  });

  it('drops what a fourth row would hold', () => {
    expect(tagsInRows([...safety, ...about]).length).toBeLessThan(8);
  });
});
