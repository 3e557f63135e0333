/** Protects what a clinician may leave out or move: never a warning, a note, a medicine, or anything that is there for safety. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/domain/content.ts';
import { isOptional, type PartChanges } from '../../src/domain/optional-part.ts';
import {
  healthyFactors,
  profileWith,
  shippedContent,
  spasmTopic,
  tailorWith,
} from '../support/shipped-content.ts';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});
const none: PartChanges = { leaveOut: [], keep: [], order: [] };
const blocksWith = (changes: Partial<PartChanges>, factors = healthyFactors) =>
  tailorWith(content, profileWith(factors, { parts: { ...none, ...changes } })).trace.blocks;
const shownWith = (...given: Parameters<typeof blocksWith>) =>
  blocksWith(...given).flatMap(({ id, shown }) => (shown ? [id] : []));

it.each([
  ['healthy', healthyFactors],
  ['nothing known', {}],
  ['at risk', { ...healthyFactors, blood_thinner: 'yes', weak_bones: 'yes', pregnancy: 'pregnant' }],
])('whatever is asked for, all that is not optional stays, levels and signs too: %s', (_name, factors) => {
  const blocks = spasmTopic(content).blocks;
  const everything = blocks.map(({ id }) => id);
  const optional = new Set(blocks.filter(isOptional).map(({ id }) => id));
  const changes = { leaveOut: everything, order: [...everything].reverse() };
  for (const style of ['standard', 'full'] as const) {
    const profile = profileWith(factors, { style });
    const before = tailorWith(content, profile).trace;
    const after = tailorWith(content, { ...profile, parts: { ...none, ...changes } }).trace;
    const stays = new Set(after.blocks.flatMap(({ id, shown }) => (shown ? [id] : [])));
    const gone = before.blocks.filter(({ id, shown }) => shown && !stays.has(id)).map(({ id }) => id);
    expect(gone.length).toBeGreaterThan(0);
    expect(gone.filter((id) => !optional.has(id))).toEqual([]);
    expect([after.levels, after.signs]).toEqual([before.levels, before.signs]);
  }
});

it('no level above ok, no note, no medicine and no warning is optional, nor what the safety proof counts on', () => {
  const wrong = spasmTopic(content).blocks.filter(
    (block) =>
      isOptional(block) &&
      (block.drop === undefined ||
        block.level === 'ask' ||
        block.level === 'avoid' ||
        ['notes', 'medicine', 'come-back', 'moves-stop', 'key-points'].includes(block.section)),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

describe('an optional part', () => {
  it('goes with the reason, and no other steps into its place', () => {
    const before = shownWith({});
    const after = blocksWith({ leaveOut: ['move.tilt'] });
    const shown = after.flatMap((block) => (block.shown ? [block.id] : []));
    expect(before).toContain('move.tilt');
    expect(after.find(({ id }) => id === 'move.tilt')).toMatchObject({
      shown: false,
      because: 'left out by you',
    });
    expect(shown.filter((id) => !before.includes(id))).toEqual([]);
  });

  it('trades places within its own section only', () => {
    const before = shownWith({}).filter((id) => id.startsWith('move.'));
    const [first, second] = before.filter((id) =>
      spasmTopic(content).blocks.some((block) => block.id === id && isOptional(block)),
    );
    const order = before.map((id) => (id === first ? (second ?? id) : id === second ? (first ?? id) : id));
    expect(order).not.toEqual(before);
    expect(shownWith({ order }).filter((id) => id.startsWith('move.'))).toEqual(order);
    expect(
      shownWith({ order: ['why.back', 'nsaid.ok', ...order] }).filter((id) => !id.startsWith('move.')),
    ).toEqual(shownWith({}).filter((id) => !id.startsWith('move.')));
  });
});
