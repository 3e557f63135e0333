/** Protects the stop: a ticked sign or a blocking code never prints a home-care sheet, and names the right care. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/domain/content.ts';
import type { Profile } from '../../src/domain/profile.ts';
import { blockingCodes } from '../../src/tailor/screen.ts';
import { healthyFactors, profileWith, shippedContent, tailorWith } from '../support/shipped-content.ts';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});

function refusalOf(factors: Record<string, string>, rest: Partial<Profile> = {}) {
  const tailored = tailorWith(content, profileWith({ ...healthyFactors, ...factors }, rest));
  return tailored.kind === 'refused' ? tailored.refusal : undefined;
}
const ticked = (...warningSigns: string[]) => refusalOf({}, { warningSigns });
const coded = (...codes: string[]) => refusalOf({}, { visit: { codes } });

describe('a ticked sign', () => {
  it('of every kind refuses, with the care of its kind', () => {
    const care = (id: string) => (id === 'U14' || id.startsWith('E') ? 'emergency' : 'same-day');
    for (const id of Object.keys(content.rulebook.signs)) {
      const refusal = ticked(id);
      expect(refusal?.code, id).toBe('warning-sign');
      expect(refusal?.care, id).toBe(id.startsWith('S') ? 'soon' : care(id));
      expect(refusal?.lines.some((line) => line.startsWith(`${id}: `))).toBe(true);
      expect(refusal?.lines.at(-1)).toBe('No home-care sheet was printed.');
    }
  });

  it('names the number to call, filled in', () => {
    const lines = ticked('E1')?.lines.join('\n') ?? '';
    expect(lines).toContain('911');
    for (const id of Object.keys(content.rulebook.signs)) {
      expect(ticked(id)?.lines.join(' '), id).not.toMatch(/[{}]|\*\*/);
    }
  });

  it('the most urgent of several counts, whatever their order', () => {
    expect(ticked('S1', 'E5', 'U1')?.care).toBe('emergency');
    expect(ticked('U1', 'S1')?.care).toBe('same-day');
  });

  it('U11 is an emergency after an ulcer, and when that is not known', () => {
    expect(refusalOf({}, { warningSigns: ['U11'] })?.care).toBe('same-day');
    expect(refusalOf({ ulcer_or_bleed: 'yes' }, { warningSigns: ['U11'] })?.care).toBe('emergency');
    expect(refusalOf({ ulcer_or_bleed: 'unknown' }, { warningSigns: ['U11'] })?.care).toBe('emergency');
  });

  it('both legs is the same as ticking E3', () => {
    const refusal = refusalOf({ leg_signs: 'both-legs' });
    expect(refusal).toMatchObject({ code: 'warning-sign', care: 'emergency' });
    expect(refusal?.lines.filter((line) => line.startsWith('E3: '))).toHaveLength(1);
    const twice = refusalOf({ leg_signs: 'both-legs' }, { warningSigns: ['E3'] });
    expect(twice?.lines.filter((line) => line.startsWith('E3: '))).toHaveLength(1);
  });

  it('cannot be confirmed away', () => {
    const profile = profileWith(healthyFactors, { warningSigns: ['U1'], notes: 'Take ibuprofen.' });
    expect(tailorWith(content, profile, { notesConfirmed: true })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'warning-sign' },
    });
  });
});

describe('a blocking code', () => {
  it.each([
    ['G83.4', 'emergency'],
    ['G834', 'emergency'],
    ['g83.4', 'emergency'],
    ['G06.1', 'emergency'],
    ['I71', 'emergency'],
    ['I71.4', 'emergency'],
    ['I7103', 'emergency'],
    ['M46.4', 'emergency'],
    ['M46.46', 'emergency'],
    ['m4640', 'emergency'],
    ['C79.51', 'same-day'],
    ['M80.08XA', 'same-day'],
    ['m8008xd', 'same-day'],
    ['M21.371', 'same-day'],
  ])('%s refuses: %s', (code, care) => {
    expect(coded('M62.830', code)).toMatchObject({ code: 'blocking-code', care });
  });

  it.each(['M62.830', 'M46.5', 'I70', 'I70.1', 'G83.1', 'C79.9', 'M80.00XA', 'M21.36', 'G06.0'])(
    '%s is a near miss and prints',
    (code) => {
      expect(coded(code)).toBeUndefined();
    },
  );

  it('is told once for two codes of one kind, and the most urgent counts', () => {
    expect(blockingCodes(['I71.4', 'I71.9'], content.rulebook)).toEqual(['I71']);
    expect(coded('C79.51', 'G83.4')?.care).toBe('emergency');
    expect(refusalOf({}, { visit: { codes: ['G83.4'] }, warningSigns: ['S1'] })).toMatchObject({
      code: 'warning-sign',
      care: 'emergency',
    });
  });
});

it('nothing ticked, nothing blocking: a handout', () => {
  expect(refusalOf({})).toBeUndefined();
});
