/** Protects the age bands at their edges, and what counts when a fact was not asked or is not listed. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/domain/content.ts';
import { ageBandOf, factsOf } from '../../src/tailor/facts.ts';
import { day, healthyFactors, profileWith, shippedContent } from '../support/shipped-content.ts';

const today = day('2026-11-23');

describe('age band', () => {
  it.each([
    ['2014-11-24', 'child', 'the day before turning 12'],
    ['2014-11-23', 'teen', 'turning 12'],
    ['2008-11-24', 'teen', 'the day before turning 18'],
    ['2008-11-23', 'adult', 'turning 18'],
    ['1966-11-24', 'adult', 'the day before turning 60'],
    ['1966-11-23', 'sixty', 'turning 60'],
    ['1961-11-24', 'sixty', 'the day before turning 65'],
    ['1961-11-23', 'older', 'turning 65'],
    ['2026-11-23', 'child', 'born today'],
    ['1900-01-01', 'older', 'very old'],
  ])('born on %s is %s (%s)', (birth, band) => {
    expect(ageBandOf(day(birth), today)).toBe(band);
  });

  it.each([
    ['2026-02-28', 'teen'],
    ['2026-03-01', 'adult'],
  ])('born on 29 February 2008: on %s a %s', (on, band) => {
    expect(ageBandOf(day('2008-02-29'), day(on))).toBe(band);
  });

  it('born on 29 February: in a leap year the birthday itself counts', () => {
    expect(ageBandOf(day('1968-02-29'), day('2028-02-28'))).toBe('adult');
    expect(ageBandOf(day('1968-02-29'), day('2028-02-29'))).toBe('sixty');
  });
});

describe('facts', () => {
  let content: Content;
  beforeAll(async () => {
    content = await shippedContent();
  });
  const read = (factors: Record<string, string>, patient: Parameters<typeof profileWith>[1] = {}) =>
    factsOf(profileWith(factors, patient), content.rulebook, today);

  it('hold every factor of the rulebook, unknown where nothing was said', () => {
    const { facts } = read({}, { patient: {} });
    expect(Object.keys(facts).sort()).toEqual(Object.keys(content.rulebook.factors).sort());
    expect(new Set(Object.values(facts))).toEqual(new Set(['unknown']));
  });

  it('take the birth date before the band, on the day of the handout', () => {
    const patient = { birthDate: day('1961-11-23') };
    expect(read({}, { patient }).facts.age).toBe('older');
    expect(factsOf(profileWith({}, { patient }), content.rulebook, day('2026-11-22')).facts.age).toBe(
      'sixty',
    );
  });

  it('count pregnancy as no where it is not asked, but never where the age is not known', () => {
    const pregnancy = (ageBand: 'child' | 'teen' | 'adult' | 'sixty' | 'older' | 'unknown') =>
      read({}, { patient: { ageBand } }).facts.pregnancy;
    expect(pregnancy('child')).toBe('no');
    expect(pregnancy('sixty')).toBe('no');
    expect(pregnancy('older')).toBe('no');
    expect(pregnancy('teen')).toBe('unknown');
    expect(pregnancy('adult')).toBe('unknown');
    expect(pregnancy('unknown')).toBe('unknown');
  });

  it('keep a stated pregnancy at any age, and say so', () => {
    const { facts, warnings } = read({ pregnancy: 'pregnant' }, { patient: { ageBand: 'older' } });
    expect(facts.pregnancy).toBe('pregnant');
    expect(warnings.map((warning) => warning.code)).toEqual(['facts-disagree']);
  });

  it('read a drug in any case, and warn of one that is not listed without repeating it', () => {
    expect(read({ muscle_relaxant: 'Baclofen' }).facts.muscle_relaxant).toBe('baclofen');
    expect(read({ muscle_relaxant: 'Baclofen' }).warnings).toEqual([]);
    const { warnings } = read({ muscle_relaxant: 'Zzyzx' });
    expect(warnings.map((warning) => warning.code)).toEqual(['unknown-drug']);
    expect(JSON.stringify(warnings).toLowerCase()).not.toContain('zzyzx');
  });

  it('read `no` for a drug as none was given', () => {
    expect(read({ muscle_relaxant: 'No' }).facts.muscle_relaxant).toBe('none');
  });

  it.each(['baclofen 10 mg', 'Baclofen (Lioresal)', 'took baclofen'])(
    'find the listed drug in "%s", so that its own warning is not lost',
    (text) => {
      const { facts, warnings } = read({ ...healthyFactors, muscle_relaxant: text });
      expect(facts.muscle_relaxant).toBe('baclofen');
      expect(warnings).toEqual([]);
    },
  );
});
