/** Protects against words of a clinician that disagree with the sheet: found as whole words, confirmed or refused, printed with a name. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/domain/content.ts';
import type { Handout } from '../../src/domain/handout.ts';
import type { Profile } from '../../src/domain/profile.ts';
import { healthyFactors, profileWith, shippedContent, tailorWith } from '../support/shipped-content.ts';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});

const refused = (tailored: ReturnType<typeof tailorWith>) =>
  tailored.kind === 'refused' ? tailored.refusal : undefined;
const withNotes = (notes: string, factors: Record<string, string> = {}) =>
  tailorWith(content, profileWith({ ...healthyFactors, ...factors }, { notes }));

describe('notes that name a medicine', () => {
  it('above ok need to be confirmed, and are printed once they are', () => {
    const profile = profileWith({ ...healthyFactors, blood_thinner: 'yes' }, { notes: 'Advil twice a day' });
    const refusal = refused(tailorWith(content, profile));
    expect(refusal).toMatchObject({ code: 'unconfirmed-notes', care: 'review' });
    expect(refusal?.lines.join('\n')).toContain('nsaid_oral is avoid');
    const confirmed = tailorWith(content, profile, { notesConfirmed: true });
    expect(confirmed.kind === 'handout' && confirmed.handout.clinicianNotes?.paragraphs).toEqual([
      'Advil twice a day',
    ]);
    expect(new Set(confirmed.trace.warnings.map((warning) => warning.code))).toEqual(
      new Set(['notes-conflict']),
    );
  });

  it.each([
    ['Lie face down and do the cobra.', { pregnancy: 'pregnant' }],
    ['Sleep on your left side only.', { pregnancy: 'pregnant' }],
    ['Take nabumetone twice a day.', { blood_thinner: 'yes' }],
    ['Stay in bed for a week.', {}],
  ])('that the list of what no sheet may say refuses need to be confirmed too: %s', (notes, facts) => {
    expect(refused(withNotes(notes, facts as Record<string, string>))?.code).toBe('unconfirmed-notes');
  });

  it('at ok need nothing', () => {
    expect(withNotes('Advil with food').kind).toBe('handout');
  });

  it('are compared at the level of this patient, unknown facts included', () => {
    expect(withNotes('Tylenol is fine').kind).toBe('handout');
    expect(refused(withNotes('Tylenol is fine', { kidney_disease: 'yes' }))?.code).toBe('unconfirmed-notes');
    expect(refused(withNotes('Tylenol is fine', { kidney_disease: 'unknown' }))?.code).toBe(
      'unconfirmed-notes',
    );
  });

  it.each(['TYLENOL', 'Tylenol, please', '(tylenol)', 'acetaminophen/codeine', 'Take\ntylenol'])(
    'are found in "%s"',
    (notes) => {
      expect(refused(withNotes(notes, { liver_or_alcohol: 'yes' }))?.code).toBe('unconfirmed-notes');
    },
  );

  it('are found as whole words: ice, not rice', () => {
    const cold = { cold_sensitive: 'yes' };
    expect(withNotes('Rice and soup. Nice walks. Do it twice.', cold).kind).toBe('handout');
    expect(refused(withNotes('Put ice on it', cold))?.code).toBe('unconfirmed-notes');
    expect(refused(withNotes('Ice-packs help', cold))?.code).toBe('unconfirmed-notes');
  });

  it('are found with a typographic apostrophe and over a line break', () => {
    const bones = { weak_bones: 'yes' };
    expect(refused(withNotes('Try child\u2019s pose', bones))?.code).toBe('unconfirmed-notes');
    expect(refused(withNotes('Try knee\n  to chest', bones))?.code).toBe('unconfirmed-notes');
  });

  it('are never repeated: only words of the rulebook are', () => {
    const refusal = refused(withNotes('Zzyzx says ADVIL', { blood_thinner: 'yes' }));
    expect(JSON.stringify(refusal)).not.toMatch(/zzyzx|ADVIL/);
  });
});

describe('banned phrases', () => {
  it.each([
    'Sleep on your left side only',
    'Keep your back straight',
    'Mind your good posture',
    'Stop taking your blood thinner',
    'stop aspirin for a week',
    'You can stop your\nwarfarin today',
    'Three days of bed rest',
    'Stay in bed',
    'This is harmless',
    'Nothing to worry about',
    'Double your dose',
    'Take more than the label says',
  ])('%s: needs to be confirmed, with what to say instead', (notes) => {
    const refusal = refused(withNotes(notes));
    expect(refusal?.code).toBe('unconfirmed-notes');
    expect(refusal?.lines.join('\n')).toContain('no sheet may print');
  });

  it.each([
    'Do not stop your blood thinner.',
    "Don't stop taking your aspirin".replace('aspirin', 'blood thinner'),
    'Don\u2019t stop your blood thinner',
    'Never stop your warfarin',
    'Do not stay in bed',
    'Either side is fine to sleep on',
    'Stop and call us',
  ])('%s: is fine', (notes) => {
    expect(withNotes(notes).kind).toBe('handout');
  });
});

describe('clinician_says', () => {
  const profileSaying = (clinicianSays: Record<string, string>, rest: Partial<Profile> = {}) =>
    profileWith({ ...healthyFactors, blood_pressure_pills: 'yes' }, { clinicianSays, ...rest });
  const blockIn = (handout: Handout, id: string) =>
    handout.medicine.rows.flatMap((row) => row.blocks).find((block) => block.id === id);

  it('under an ASK block is printed with name and date', () => {
    const visit = { codes: [], clinician: 'Dr Sample' };
    const tailored = tailorWith(content, profileSaying({ nsaid_oral: 'One ibuprofen at night' }, { visit }));
    if (tailored.kind !== 'handout') throw new Error('refused');
    expect(blockIn(tailored.handout, 'nsaid.ask')?.says).toEqual({
      lead: 'Dr Sample, Nov 23, 2026, says:',
      text: 'One ibuprofen at night',
    });
  });

  it('without a name, or with one that cannot be printed, is said by "your clinician"', () => {
    for (const clinician of [undefined, '陈医生']) {
      const tailored = tailorWith(
        content,
        profileSaying({ nsaid_oral: 'One at night' }, { visit: { codes: [], clinician } }),
        { canPrint: (text) => !/\p{Script=Han}/u.test(text) },
      );
      if (tailored.kind !== 'handout') throw new Error('refused');
      expect(blockIn(tailored.handout, 'nsaid.ask')?.says?.lead).toBe('Your clinician, Nov 23, 2026, says:');
    }
  });

  it('at avoid is refused, and cannot be confirmed away', () => {
    const profile = profileSaying({ potassium: 'One pill a day' });
    for (const notesConfirmed of [false, true]) {
      expect(refused(tailorWith(content, profile, { notesConfirmed }))).toMatchObject({
        code: 'unsafe-words',
        care: 'review',
      });
    }
  });

  it('at ok is refused: there is no "ask us" line to answer', () => {
    expect(refused(tailorWith(content, profileSaying({ heat: 'Use it' })))?.code).toBe('unsafe-words');
  });

  it('may name its own medicine, but not another that is above ok', () => {
    expect(tailorWith(content, profileSaying({ nsaid_oral: 'Ibuprofen is fine' })).kind).toBe('handout');
    const other = profileSaying({ nsaid_oral: 'Ibuprofen and oxycodone' });
    expect(refused(tailorWith(content, other))?.code).toBe('unconfirmed-notes');
  });

  it('never vanishes: where the sheet prints no such line, it is refused', () => {
    const factors = { ...healthyFactors, pregnancy: 'unknown' };
    // The rulebook is silent on ex_supine at ask; scan_line has a line in the full style only.
    const supine = profileWith(factors, { clinicianSays: { ex_supine: 'On your back is fine' } });
    expect(refused(tailorWith(content, supine))?.code).toBe('unsafe-words');
    const scan = profileWith(
      { ...healthyFactors, blood_thinner: 'yes' },
      { clinicianSays: { scan_line: 'We will see' } },
    );
    expect(refused(tailorWith(content, scan))?.code).toBe('unsafe-words');
    expect(tailorWith(content, { ...scan, style: 'full' }).kind).toBe('handout');
  });

  it('keeps its block on the page when room is short', () => {
    // Blocks of the shipped content that are asked about may have no drop number: any block will do here.
    const profile = profileSaying({ nsaid_oral: 'One at night' });
    const tailored = tailorWith(content, profile, { omit: new Set(['nsaid.ask']) });
    if (tailored.kind !== 'handout') throw new Error('refused');
    expect(blockIn(tailored.handout, 'nsaid.ask')?.says?.text).toBe('One at night');
  });

  it('that no font can print is told and leaves no gap on the page', () => {
    const canPrint = (text: string) => !/\p{Script=Han}/u.test(text);
    const tailored = tailorWith(content, profileSaying({ nsaid_oral: '一天一次' }), { canPrint });
    expect(tailored.trace.warnings.map((warning) => warning.code)).toContain('text-not-printable');
    expect(JSON.stringify(tailored)).not.toContain('一天一次');
  });
});
