/** Protects what a whole sheet is told: its name, its lists of more than seven, each finding once. */

import { describe, expect, it } from 'vitest';
import type { Handout } from '../../src/domain/handout.ts';
import { readHandout } from '../../src/readability/read-handout.ts';
import { block } from '../support/sample-blocks.ts';
import { bloodThinner } from '../support/sample-handout.ts';
import { line } from '../support/sample-words.ts';

const lists = (handout: Handout) =>
  readHandout(handout, 'made up', {}).findings.filter(({ rule }) => rule === 'long-list');
const many = (count: number) => Array.from({ length: count }, (_, at) => `Sign ${at}`);
const signs = (count: number) => many(count).map((text) => ({ id: text, lines: [line(text)] }));

function withGroup(count: number, lines = 1): Handout {
  const group = {
    signs: signs(count).map((sign) => ({
      ...sign,
      lines: sign.lines.flatMap((each) => Array.from({ length: lines }, () => each)),
    })),
  };
  const box = { title: 'Call us today', groups: [group, group], forYou: [], conditions: [] };
  return { ...bloodThinner, warning: { ...bloodThinner.warning, sameDay: box } };
}

it('a report names its sheet', () => {
  const { topic, language, style, sheet, scores } = readHandout(bloodThinner, 'made up', {});
  expect({ topic, language, style, sheet }).toEqual({
    topic: 'back-muscle-spasm',
    language: 'en',
    style: 'standard',
    sheet: 'made up',
  });
  expect(scores.fleschKincaid).toBeLessThan(6);
});

describe('lists', () => {
  it('a group of warning signs holds seven lines, however many groups there are', () => {
    expect(lists(withGroup(7))).toEqual([]);
    expect(lists(withGroup(8))).toMatchObject([
      { severity: 'error', part: 'sign Sign 0' },
      { severity: 'error', part: 'sign Sign 0' },
    ]);
    expect(lists(withGroup(4, 2))).toHaveLength(2);
  });

  it.each(['items', 'steps'] as const)('a block has seven %s at most', (kind) => {
    const sheet = (count: number): Handout => ({
      ...bloodThinner,
      today: { heading: 'Today', blocks: [{ ...block('b', {}), [kind]: many(count).map(line) }] },
    });
    expect(lists(sheet(7))).toEqual([]);
    expect(lists(sheet(8))).toMatchObject([{ part: 'block b' }]);
  });
});

it('a name of the patient or words of the clinician are in no finding', () => {
  const handout: Handout = {
    ...bloodThinner,
    clinicianNotes: { heading: 'Notes', paragraphs: ['The odds are 50% for Dana Rivera'], writeLines: false },
  };
  expect(JSON.stringify(readHandout(handout, 'made up', {}))).not.toContain('Dana Rivera');
});
