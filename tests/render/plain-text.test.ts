/** Protects the handout as plain text: warning signs first, every part in it, no line too long, nothing but text. */

import { describe, expect, it } from 'vitest';
import type { Handout } from '../../src/domain/handout.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { allUnknown, bloodThinner, full } from '../support/sample-handout.ts';

const bare = (text: string) => text.replace(/\s+/g, '');

/** All words that the model holds where it prints words. */
function wordsOf(handout: Handout): string[] {
  const found: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (Array.isArray(value)) for (const each of value) walk(each, key);
    else if (typeof value === 'object' && value !== null) {
      if ('text' in value && 'strong' in value) found.push(String((value as { text: unknown }).text));
      else for (const [name, each] of Object.entries(value)) if (name !== 'drawing') walk(each, name);
    } else if (typeof value === 'string' && (key === 'heading' || key === 'title')) found.push(value);
  };
  walk(handout, '');
  return found;
}

describe.each([
  ['a blood thinner', bloodThinner],
  ['nothing known', allUnknown],
  ['the full style', full],
])('of %s', (_name, handout) => {
  const text = plainText(handout);

  it('leads with the warning signs', () => {
    const places = [
      handout.warning.emergency.title.toUpperCase(),
      handout.warning.sameDay.title.toUpperCase(),
      handout.labels.three_things,
      handout.today.heading,
      handout.labels.your_plan,
    ].map((part) => text.indexOf(part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it('says all that the paper says', () => {
    const all = bare(text).toLowerCase();
    const missing = wordsOf(handout).filter((words) => !all.includes(bare(words).toLowerCase()));
    expect(missing).toEqual([]);
  });

  it('keeps to the width, with no markup and no blank at the end of a line', () => {
    for (const line of text.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(72);
    expect(text).not.toMatch(/ $|\*\*|<[a-z]|undefined/m);
  });
});
