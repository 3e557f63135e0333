/** Protects what a clinical review found wrong once: each of these printed, or let through, something unsafe. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/domain/content.ts';
import type { Profile } from '../../src/domain/profile.ts';
import { healthyFactors, profileWith, shippedContent, tailorWith } from '../support/shipped-content.ts';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});

const profile = (factors: Record<string, string>, rest: Partial<Profile> = {}) =>
  profileWith({ ...healthyFactors, ...factors }, rest);

/** All words of the sheet, run after run. */
function words(of: Profile): string {
  const tailored = tailorWith(content, of);
  if (tailored.kind !== 'handout') throw new Error('refused');
  const { labels: _, ...page } = tailored.handout;
  return [...JSON.stringify(page).matchAll(/"(?:text|title|heading|when)":"([^"]*)"/g)]
    .map((m) => m[1])
    .join(' ');
}

function refused(of: Profile) {
  const tailored = tailorWith(content, of);
  return tailored.kind === 'refused' ? tailored.refusal : undefined;
}

describe('what a clinical review found', () => {
  it('no heat advice stands beside numb skin, also for one who may fall', () => {
    const sheet = words(profile({ numb_skin: 'yes', falls_or_memory: 'yes' }));
    expect(sheet).toContain('Do not put heat on numb skin');
    expect(sheet).not.toMatch(/warm packs? only with a helper|only with a helper/i);
  });

  it('no pill is called safe to go on with for one who is dried out', () => {
    const sheet = words(profile({ blood_pressure_pills: 'yes', dehydrated: 'yes' }));
    expect(sheet).not.toMatch(/Keep taking.*(blood pressure|water pill)/);
    expect(sheet).toContain('Ask us about your other pills');
  });

  it('a numb leg, which the moves send to the 911 box, is in it', () => {
    const sheet = words(profile({}));
    expect(sheet).toContain('Weak or numb leg? Use the 911 box.');
    expect(sheet).toContain('One leg is numb, weak, or getting weaker');
  });

  it.each(['yes', 'unknown'])('a fever ticked with weak immunity %s is an emergency', (weak_immunity) => {
    expect(refused(profile({ weak_immunity }, { warningSigns: ['U1'] }))?.care).toBe('emergency');
    expect(refused(profile({}, { warningSigns: ['U1'] }))?.care).toBe('same-day');
  });

  it('the screen words a sign for the age of the patient, as the paper does', () => {
    const teen = profile({}, { patient: { ageBand: 'teen' }, warningSigns: ['E4'] });
    expect(refused(teen)?.lines.join(' ')).toContain('Numb private parts');
    expect(refused(teen)?.lines.join(' ')).not.toContain('Sex');
  });

  it('nobody reads "do not take aspirin" without "do not stop a pill your doctor gave you"', () => {
    for (const factor of ['heart_or_stroke', 'kidney_disease', 'blood_thinner', 'ulcer_or_bleed']) {
      expect(words(profile({ [factor]: 'yes' }))).toContain('Do not stop a pill your doctor gave you');
    }
  });

  it.each(['Lioresal 10', 'Baclofen/tizanidine', 'baclofen 10 mg'])(
    '%s keeps the warning of baclofen',
    (given) => {
      expect(words(profile({ muscle_relaxant: given }))).toContain('Do not stop it all at once');
    },
  );

  it.each(['n/a', 'not given', 'no'])('"%s" means that no relaxant was given', (given) => {
    expect(words(profile({ muscle_relaxant: given }))).not.toContain('muscle relaxant');
  });

  it.each([
    'Use warm packs at night',
    'heating pads are fine',
    'Drink lots of water',
    'knee-to-chest twice a day',
    'Take Celebrex',
    'quit your warfarin',
    'bedrest for 2 days',
    'double dose at night',
  ])('the note "%s" needs to be confirmed', (notes) => {
    const careful = { numb_skin: 'yes', fluid_limit: 'yes', weak_bones: 'yes', ulcer_or_bleed: 'yes' };
    expect(refused(profile(careful, { notes }))?.code).toBe('unconfirmed-notes');
  });

  it('a note may name the relaxant that was given', () => {
    const notes = 'Take the cyclobenzaprine at bedtime.';
    expect(refused(profile({ muscle_relaxant: 'Flexeril' }, { notes }))).toBeUndefined();
    expect(refused(profile({ muscle_relaxant: 'baclofen' }, { notes }))?.code).toBe('unconfirmed-notes');
  });

  it('black poop with an ulcer is an emergency whether or not pills were taken', () => {
    const tailored = tailorWith(content, profile({ ulcer_or_bleed: 'yes' }));
    if (tailored.kind !== 'handout') throw new Error('refused');
    expect(JSON.stringify(tailored.handout.warning.emergency)).toContain('"Black poop"');
  });

  it('getting out of bed is told also to one who must not lie on the back', () => {
    expect(words(profile({ pregnancy: 'pregnant' }, { style: 'full' }))).toContain(
      'Let your feet drop off the bed',
    );
  });
});

describe('two relaxants in one answer', () => {
  it.each(['cyclobenzaprine and diazepam', 'tizanidine, methocarbamol', 'Robaxin and Zanaflex'])(
    'keep the warning not to stop at once: %s',
    async (given) => {
      const shipped = await shippedContent();
      const { trace } = tailorWith(shipped, profileWith({ ...healthyFactors, muscle_relaxant: given }));
      const shown = trace.blocks.filter((block) => block.shown).map((block) => block.id);
      expect(shown).toContain('note.relaxant-baclofen');
    },
  );
});
