/** Protects what a clinician may leave out or move: never a warning, a note, a medicine, or anything that is there for safety. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../../src/domain/content.ts';
import { changedTopic, isOptional } from '../../../src/web/make-one/changed-topic.ts';
import {
  healthyFactors,
  profileWith,
  shippedContent,
  spasmTopic,
  tailorWith,
} from '../../support/shipped-content.ts';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});
const none = { out: [], put: [], order: [] };
const shownWith = (changes: Parameters<typeof changedTopic>[1], factors = healthyFactors) => {
  const topic = changedTopic(spasmTopic(content), changes);
  const { trace } = tailorWith(content, profileWith(factors), { topic });
  return trace.blocks.filter(({ shown }) => shown).map(({ id }) => id);
};

it('whatever is asked for, all that is not optional stays', () => {
  const everything = spasmTopic(content).blocks.map(({ id }) => id);
  for (const factors of [
    healthyFactors,
    {},
    { ...healthyFactors, blood_thinner: 'yes', weak_bones: 'yes' },
  ]) {
    const before = shownWith(none, factors);
    const after = new Set(shownWith({ out: everything, put: [], order: [...everything].reverse() }, factors));
    const optional = new Set(
      spasmTopic(content)
        .blocks.filter(isOptional)
        .map(({ id }) => id),
    );
    expect(before.filter((id) => !optional.has(id) && !after.has(id))).toEqual([]);
  }
});

it('no level above ok, no note, no medicine and no warning is optional', () => {
  const wrong = spasmTopic(content).blocks.filter(
    (block) =>
      isOptional(block) &&
      (block.level === 'ask' ||
        block.level === 'avoid' ||
        ['notes', 'medicine', 'come-back', 'moves-stop', 'key-points'].includes(block.section)),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

describe('an optional part', () => {
  it('goes, and no other steps into its place', () => {
    const before = shownWith(none);
    const after = shownWith({ ...none, out: ['move.tilt'] });
    expect(before).toContain('move.tilt');
    expect(before.filter((id) => !after.includes(id))).toContain('move.tilt');
    expect(after.filter((id) => !before.includes(id))).toEqual([]);
  });

  it('trades places within its own section only', () => {
    const before = shownWith(none).filter((id) => id.startsWith('move.'));
    const [first, second] = before.filter((id) =>
      spasmTopic(content).blocks.some((block) => block.id === id && isOptional(block)),
    );
    const order = before.map((id) => (id === first ? (second ?? id) : id === second ? (first ?? id) : id));
    const after = shownWith({ ...none, order }).filter((id) => id.startsWith('move.'));
    expect(after).toEqual(order);
  });

  it('that was put in is no longer left out for room', () => {
    const topic = changedTopic(spasmTopic(content), { ...none, put: ['move.tilt'] });
    expect(topic.blocks.find(({ id }) => id === 'move.tilt')?.drop).toBeUndefined();
  });
});
