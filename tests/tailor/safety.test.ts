/** Protects what must hold for every patient: levels only rise, signs are never lost, one block a resource, nothing advised above ok. */

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/domain/content.ts';
import { compareLevels } from '../../src/domain/level.ts';
import type { Profile } from '../../src/domain/profile.ts';
import {
  profileWith,
  shippedContent,
  spasmTopic,
  tailorWith,
  yesNoFactors,
} from '../support/shipped-content.ts';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});

const factorsArbitrary = fc.record({
  ...Object.fromEntries(yesNoFactors.map((id) => [id, fc.constantFrom('yes', 'no', 'unknown')])),
  pregnancy: fc.constantFrom('no', 'pregnant', 'breastfeeding', 'unknown'),
  muscle_relaxant: fc.constantFrom('none', 'unknown', 'baclofen', 'cyclobenzaprine'),
  region: fc.constantFrom('low', 'upper-mid', 'neck', 'several', 'unknown'),
  severity: fc.constantFrom('mild', 'severe', 'unknown'),
  episode: fc.constantFrom('first', 'recurrent', 'unknown'),
  leg_signs: fc.constantFrom('none', 'one-leg', 'unknown'),
  occupation: fc.constantFrom('desk', 'lifting', 'driver', 'caring', 'other', 'unknown'),
});
const profiles = fc
  .record({
    factors: factorsArbitrary,
    ageBand: fc.constantFrom('child', 'teen', 'adult', 'sixty', 'older', 'unknown'),
    style: fc.constantFrom('standard', 'full'),
  })
  .map(({ factors, ageBand, style }) =>
    profileWith(factors as unknown as Record<string, string>, {
      patient: { ageBand: ageBand as 'child' },
      style: style as 'full',
    }),
  );

const coreEmergency = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E13'];
const coreSameDay = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9', 'U10', 'U11'];

function handoutOf(profile: Profile) {
  const tailored = tailorWith(content, profile);
  if (tailored.kind !== 'handout') throw new Error('refused');
  return tailored;
}

describe('for every patient', () => {
  it('all core signs are printed, each in one box, in both styles', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { trace, handout } = handoutOf(profile);
        expect(trace.signs.emergency).toEqual(expect.arrayContaining(coreEmergency));
        expect([...trace.signs.sameDay, ...trace.signs.emergency]).toEqual(
          expect.arrayContaining(coreSameDay),
        );
        const printed = (box: typeof handout.warning.emergency) =>
          [...box.groups.flatMap((group) => group.signs), ...box.forYou, ...box.conditions].map(
            (sign) => sign.id,
          );
        expect(printed(handout.warning.emergency).sort()).toEqual([...trace.signs.emergency].sort());
        expect(printed(handout.warning.sameDay).sort()).toEqual([...trace.signs.sameDay].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('a fact that turns from no to unknown to yes never lowers a level and never removes a sign', () => {
    const ways = ['no', 'unknown', 'yes'];
    fc.assert(
      fc.property(profiles, fc.constantFrom(...yesNoFactors), (profile, factor) => {
        const steps = ways.map((value) =>
          tailorWith(content, { ...profile, factors: { ...profile.factors, [factor]: value } }),
        );
        for (let i = 1; i < steps.length; i += 1) {
          const [before, after] = [steps[i - 1]?.trace, steps[i]?.trace];
          if (before === undefined || after === undefined) throw new Error('no trace');
          for (const [id, decided] of after.levels) {
            expect(compareLevels(decided.level, before.levels.get(id)?.level ?? 'ok')).toBeGreaterThanOrEqual(
              0,
            );
          }
          const all = (trace: typeof before) => [
            ...trace.signs.emergency,
            ...trace.signs.sameDay,
            ...trace.signs.soon,
          ];
          expect(all(after)).toEqual(expect.arrayContaining(all(before)));
          expect(after.signs.emergency).toEqual(expect.arrayContaining([...before.signs.emergency]));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('each resource has exactly one block at its level, or none where the rulebook is silent', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { trace } = handoutOf(profile);
        const blocks = new Map(spasmTopic(content).blocks.map((block) => [block.id, block]));
        const shown = trace.blocks.flatMap((decision) => (decision.shown ? [blocks.get(decision.id)] : []));
        for (const [resource, decided] of trace.levels) {
          const own = shown.filter((block) => block?.resource === resource);
          const rule = content.rulebook.resources[resource];
          expect(own.length).toBeLessThanOrEqual(1);
          expect(own.every((block) => block?.level === decided.level)).toBe(true);
          if (rule?.silent.includes(decided.level) !== true) expect(own, resource).toHaveLength(1);
        }
        for (const block of shown) {
          for (const resource of block?.recommends ?? [])
            expect(trace.levels.get(resource)?.level).toBe('ok');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('there is movement, breathing, and a way to ease pain without pills when no pill is ok', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { trace } = handoutOf(profile);
        const shown = new Set(trace.blocks.filter((block) => block.shown).map((block) => block.id));
        expect(shown.has('today.move')).toBe(true);
        expect(shown.has('move.rest-chair') || shown.has('move.rest-side')).toBe(true);
        expect([...shown].some((id) => /^(move|prevent)\.walk/.test(id))).toBe(true);
        const pillOk = ['nsaid_oral', 'acetaminophen'].some((id) => trace.levels.get(id)?.level === 'ok');
        expect(shown.has('medicine.no-pill')).toBe(!pillOk);
      }),
      { numRuns: 300 },
    );
  });
});
