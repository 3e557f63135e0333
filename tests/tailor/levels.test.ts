/** Protects the levels: the table of who must ask and who must avoid, written here a second time and not read from the rulebook. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/domain/content.ts';
import type { Level } from '../../src/domain/level.ts';
import type { AgeBand } from '../../src/domain/profile.ts';
import { decideLevels } from '../../src/tailor/levels.ts';
import { healthyFactors, profileWith, shippedContent, tailorWith } from '../support/shipped-content.ts';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});

function levelsOf(factors: Record<string, string>, ageBand: AgeBand | 'unknown' = 'adult') {
  const profile = profileWith({ ...healthyFactors, ...factors }, { patient: { ageBand } });
  const { trace } = tailorWith(content, profile);
  return Object.fromEntries([...trace.levels].map(([id, decided]) => [id, decided.level]));
}

const healthy: Record<string, Level> = {
  nsaid_oral: 'ok',
  nsaid_gel: 'ask',
  acetaminophen: 'ok',
  heat: 'ok',
  cold: 'ok',
  massage: 'ok',
  more_fluids: 'ok',
  potassium: 'avoid',
  ex_supine: 'ok',
  ex_flexion: 'ok',
  ex_twist: 'ok',
  ex_all_fours: 'ok',
  scan_line: 'ok',
  hard_moves: 'avoid',
  muscle_relaxant: 'avoid',
  opioids_steroids_belts: 'avoid',
};

/** What each single fact changes against a healthy adult. */
const byFact: [string, Record<string, string>, AgeBand, Record<string, Level>][] = [
  [
    'child',
    {},
    'child',
    {
      nsaid_oral: 'avoid',
      nsaid_gel: 'avoid',
      acetaminophen: 'ask',
      heat: 'ask',
      cold: 'ask',
      massage: 'ask',
      ex_flexion: 'ask',
      ex_twist: 'ask',
      scan_line: 'avoid',
    },
  ],
  ['teen', {}, 'teen', { nsaid_oral: 'ask', acetaminophen: 'ask', scan_line: 'avoid' }],
  ['60 to 64', {}, 'sixty', { nsaid_oral: 'ask' }],
  [
    '65 and older',
    {},
    'older',
    { nsaid_oral: 'ask', ex_flexion: 'ask', ex_twist: 'ask', ex_all_fours: 'ask', scan_line: 'ask' },
  ],
  [
    'pregnant',
    { pregnancy: 'pregnant' },
    'adult',
    {
      nsaid_oral: 'avoid',
      nsaid_gel: 'avoid',
      acetaminophen: 'ask',
      heat: 'ask',
      massage: 'ask',
      ex_supine: 'avoid',
      ex_flexion: 'avoid',
      ex_twist: 'avoid',
    },
  ],
  ['breastfeeding', { pregnancy: 'breastfeeding' }, 'adult', { nsaid_oral: 'ask' }],
  [
    'blood thinner',
    { blood_thinner: 'yes' },
    'adult',
    { nsaid_oral: 'avoid', acetaminophen: 'ask', massage: 'ask', scan_line: 'ask' },
  ],
  ['daily aspirin', { daily_aspirin: 'yes' }, 'adult', { nsaid_oral: 'ask' }],
  ['ulcer', { ulcer_or_bleed: 'yes' }, 'adult', { nsaid_oral: 'avoid' }],
  [
    'kidney',
    { kidney_disease: 'yes' },
    'adult',
    { nsaid_oral: 'avoid', acetaminophen: 'ask', more_fluids: 'ask' },
  ],
  ['heart', { heart_or_stroke: 'yes' }, 'adult', { nsaid_oral: 'avoid', more_fluids: 'ask' }],
  ['blood pressure pills', { blood_pressure_pills: 'yes' }, 'adult', { nsaid_oral: 'ask' }],
  [
    'liver',
    { liver_or_alcohol: 'yes' },
    'adult',
    { nsaid_oral: 'avoid', acetaminophen: 'avoid', heat: 'ask' },
  ],
  ['allergy', { nsaid_allergy: 'yes' }, 'adult', { nsaid_oral: 'avoid', nsaid_gel: 'avoid' }],
  ['steroid or SSRI', { steroid_or_ssri: 'yes' }, 'adult', { nsaid_oral: 'ask', scan_line: 'ask' }],
  ['dehydrated', { dehydrated: 'yes' }, 'adult', { nsaid_oral: 'avoid' }],
  ['fluid limit', { fluid_limit: 'yes' }, 'adult', { nsaid_oral: 'ask', more_fluids: 'avoid' }],
  [
    'weak bones',
    { weak_bones: 'yes' },
    'adult',
    { massage: 'ask', ex_flexion: 'avoid', ex_twist: 'avoid', scan_line: 'avoid' },
  ],
  [
    'cancer',
    { cancer: 'yes' },
    'adult',
    {
      nsaid_oral: 'ask',
      acetaminophen: 'ask',
      massage: 'ask',
      ex_flexion: 'ask',
      ex_twist: 'ask',
      scan_line: 'avoid',
    },
  ],
  ['numb skin', { numb_skin: 'yes' }, 'adult', { heat: 'avoid', cold: 'avoid', massage: 'avoid' }],
  ['cold sensitive', { cold_sensitive: 'yes' }, 'adult', { cold: 'avoid' }],
  [
    'weak immunity',
    { weak_immunity: 'yes' },
    'adult',
    { nsaid_oral: 'ask', acetaminophen: 'ask', scan_line: 'avoid' },
  ],
  ['sedatives', { sedatives: 'yes' }, 'adult', { heat: 'ask' }],
  ['falls', { falls_or_memory: 'yes' }, 'adult', { heat: 'ask' }],
  ['relaxant', { muscle_relaxant: 'diazepam' }, 'adult', { heat: 'ask' }],
];

describe('levels', () => {
  it('of a healthy adult', () => {
    expect(levelsOf({})).toEqual(healthy);
  });

  it.each(byFact)('change with one fact: %s', (_, factors, age, changes) => {
    expect(levelsOf(factors, age)).toEqual({ ...healthy, ...changes });
  });

  it('are at least ask when the fact is not known, and stay where it does not matter', () => {
    for (const [, factors, , changes] of byFact.filter(([, , age]) => age === 'adult')) {
      const [factor] = Object.keys(factors);
      const unknown = levelsOf({ [factor ?? '']: 'unknown' });
      const expected: Record<string, Level> = { ...healthy };
      for (const resource of Object.keys(changes)) {
        if (expected[resource] === 'ok') expected[resource] = 'ask';
      }
      // Pregnancy has two answers that raise; the unknown counts both.
      if (factor !== 'pregnancy') expect(unknown).toEqual(expected);
      for (const resource of Object.keys(changes)) expect(unknown[resource]).not.toBe('ok');
    }
  });

  it('treat an unknown age like any other unknown', () => {
    const levels = levelsOf({}, 'unknown');
    expect(levels).toMatchObject({
      nsaid_oral: 'ask',
      acetaminophen: 'ask',
      heat: 'ask',
      cold: 'ask',
      ex_all_fours: 'ask',
      scan_line: 'ask',
      more_fluids: 'ok',
    });
  });

  it('count pregnancy as no under 12 and from 60 when it was not answered', () => {
    expect(levelsOf({ pregnancy: 'unknown' }, 'older')).toMatchObject({ heat: 'ok', ex_supine: 'ok' });
    expect(levelsOf({ pregnancy: 'unknown' }, 'child')).toMatchObject({ ex_supine: 'ok' });
    expect(levelsOf({ pregnancy: 'unknown' }, 'teen')).toMatchObject({ ex_supine: 'ask', heat: 'ask' });
  });

  it('never rest on a pregnancy being impossible when it was stated', () => {
    expect(levelsOf({ pregnancy: 'pregnant' }, 'older')).toMatchObject({
      nsaid_oral: 'avoid',
      ex_supine: 'avoid',
    });
  });
});

describe('a rule of any form', () => {
  it.each([
    { not: { age: 'adult' } },
    { all: [{ not: { age: 'adult' } }, { not: { blood_thinner: 'yes' } }] },
    { any: [{ not: { age: ['adult', 'teen'] } }] },
  ])('raises the level when it holds, and to ask when it may: %j', (condition) => {
    const resource = content.rulebook.resources['cold'];
    if (resource === undefined) throw new Error('no such resource');
    const rulebook = {
      ...content.rulebook,
      resources: { cold: { ...resource, ask: [], avoid: [condition] } },
    };
    const level = (facts: Record<string, string>) => decideLevels(rulebook, facts).get('cold')?.level;
    expect(level({ age: 'older', blood_thinner: 'no' })).toBe('avoid');
    expect(level({ age: 'unknown', blood_thinner: 'no' })).toBe('ask');
    expect(level({ age: 'adult', blood_thinner: 'no' })).toBe('ok');
  });
});
