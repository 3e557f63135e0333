/** Protects the exercise filter: which moves a patient gets, written here a second time and not read from the content. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/domain/content.ts';
import type { AgeBand } from '../../src/domain/profile.ts';
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

function movesOf(
  factors: Record<string, string>,
  ageBand: AgeBand | 'unknown' = 'adult',
  base: Readonly<Record<string, string>> = healthyFactors,
): string[] {
  const profile = profileWith({ occupation: 'other', ...base, ...factors }, { patient: { ageBand } });
  const tailored = tailorWith(content, profile);
  if (tailored.kind !== 'handout') throw new Error('refused');
  return (tailored.handout.moves?.blocks ?? []).map((block) => block.id.replace('move.', ''));
}
const other = { occupation: 'other' };

/** Moves on the back, moves that bend forward, moves that twist. */
const onTheBack = ['rest-chair', 'tilt', 'knee-chest', 'knee-rolls'];
const bending = ['knee-chest', 'cat-cow', 'cat-chair', 'child-pose'];
const low = ['rest-chair', 'tilt', 'knee-chest', 'knee-rolls', 'cat-cow', 'child-pose', 'walk'];

const table: readonly (readonly [string, Record<string, string>, AgeBand, readonly string[]])[] = [
  ['healthy, low back', {}, 'adult', low],
  [
    'desk work adds the squeeze',
    { occupation: 'desk' },
    'adult',
    ['rest-chair', 'tilt', 'squeeze', ...low.slice(2)],
  ],
  ['pregnant', { pregnancy: 'pregnant' }, 'adult', ['rest-side', 'tilt-wall', 'cat-flat', 'walk']],
  ['breastfeeding', { pregnancy: 'breastfeeding' }, 'adult', low],
  ['weak bones', { weak_bones: 'yes' }, 'adult', ['rest-chair', 'tilt', 'cat-flat', 'walk']],
  ['65 and older', {}, 'older', ['rest-chair', 'tilt', 'cat-chair', 'walk-aid']],
  ['65 and older, weak bones', { weak_bones: 'yes' }, 'older', ['rest-chair', 'tilt', 'walk-aid']],
  ['falls', { falls_or_memory: 'yes' }, 'adult', ['rest-chair', 'tilt', 'cat-chair', 'walk-aid']],
  ['60 to 64', {}, 'sixty', low],
  ['cancer', { cancer: 'yes' }, 'adult', ['rest-chair', 'tilt', 'walk']],
  ['severe', { severity: 'severe' }, 'adult', ['rest-chair', 'tilt', 'knee-rolls', 'walk']],
  [
    'pain in one leg',
    { leg_signs: 'one-leg' },
    'adult',
    ['rest-chair', 'tilt', 'knee-rolls', 'cat-cow', 'walk'],
  ],
  ['upper or mid back', { region: 'upper-mid' }, 'adult', ['rest-chair', 'squeeze', 'cat-cow', 'walk']],
  ['neck', { region: 'neck' }, 'adult', ['rest-chair', 'head-turns', 'squeeze', 'walk']],
  [
    'neck, pregnant',
    { region: 'neck', pregnancy: 'pregnant' },
    'adult',
    ['rest-side', 'head-turns', 'squeeze', 'walk'],
  ],
  ['several places', { region: 'several' }, 'adult', ['rest-chair', 'tilt', 'squeeze', ...low.slice(2)]],
  ['child', {}, 'child', ['rest-chair', 'tilt', 'walk']],
];

describe('moves', () => {
  it.each(table)('%s', (_, factors, age, expected) => {
    expect(movesOf({ ...other, ...factors }, age)).toEqual(expected);
  });

  it('with nothing known: rest on the side, wall tilt, walk', () => {
    expect(movesOf({}, 'unknown', {}).sort()).toEqual(['rest-side', 'tilt-wall', 'walk']);
  });

  const facts: readonly (readonly [string, string, readonly string[]])[] = [
    ['pregnancy', 'pregnant', [...onTheBack, ...bending]],
    ['weak_bones', 'yes', [...bending, 'knee-rolls']],
    ['falls_or_memory', 'yes', ['knee-chest', 'knee-rolls', 'cat-cow', 'cat-flat', 'child-pose', 'walk']],
    ['severity', 'severe', ['knee-chest', 'cat-cow', 'cat-flat', 'cat-chair', 'child-pose']],
    ['leg_signs', 'one-leg', ['knee-chest', 'child-pose']],
    ['cancer', 'yes', [...bending, 'knee-rolls']],
  ];

  it.each(facts)(
    '%s = %s keeps its moves away beside every other fact, and so does not knowing',
    (id, value, banned) => {
      const others = [{}, ...facts.filter(([each]) => each !== id).map(([each, its]) => ({ [each]: its }))];
      for (const factors of others) {
        for (const age of ['child', 'teen', 'adult', 'sixty', 'older'] as const) {
          const moves = movesOf({ ...other, ...factors, [id]: value }, age);
          expect(
            moves.filter((move) => banned.includes(move)),
            JSON.stringify([factors, age]),
          ).toEqual([]);
          expect(moves.some((move) => move.startsWith('rest-'))).toBe(true);
          expect(moves.some((move) => move.startsWith('walk'))).toBe(true);
        }
      }
      // What is not known never gives more moves than what is known to be fine.
      const unknown = movesOf({ ...other, [id]: 'unknown' });
      const longer = banned.filter((move) => move !== 'walk');
      expect(unknown.filter((move) => longer.includes(move))).toEqual([]);
    },
  );

  it('a move of one slot is shown in one form only, and numbered through', () => {
    const slots = new Map(spasmTopic(content).blocks.map((block) => [block.id, block.slot]));
    for (const [, factors, age] of table) {
      const used = movesOf({ ...other, ...factors }, age).map((move) => slots.get(`move.${move}`));
      expect(new Set(used).size).toBe(used.length);
    }
    const tailored = tailorWith(content, profileWith(healthyFactors));
    const numbers =
      tailored.kind === 'handout' ? tailored.handout.moves?.blocks.map((block) => block.number) : [];
    expect(numbers).toEqual(numbers?.map((_, index) => index + 1));
  });
});
