/** Protects the marks of a text: authors' `**` and `{terms}` are read, a patient's or a clinician's never are. */

import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '../../src/domain/content.ts';
import { capitalised, continued, fillTerms, lineOf, plainText, termsIn } from '../../src/tailor/text.ts';
import { healthyFactors, profileWith, shippedContent, tailorWith } from '../support/shipped-content.ts';

const terms = new Map([
  ['phone', '555'],
  ['nsaids', 'ibuprofen'],
  ['tricky', '**bold** {phone}'],
]);

describe('a text', () => {
  it('is cut into runs at **, without empty ones', () => {
    expect(lineOf('**Do not** stop **it.**', terms)).toEqual([
      { text: 'Do not', strong: true },
      { text: ' stop ', strong: false },
      { text: 'it.', strong: true },
    ]);
    expect(lineOf('plain', terms)).toEqual([{ text: 'plain', strong: false }]);
    expect(lineOf('', terms)).toEqual([]);
  });

  it('has its terms filled in, with a capital on request', () => {
    expect(fillTerms('Call {phone}. {nsaids_cap} or {nsaids}.', terms)).toBe(
      'Call 555. Ibuprofen or ibuprofen.',
    );
    expect(termsIn('Call {phone}. {nsaids_cap}')).toEqual(['phone', 'nsaids']);
  });

  it('shows a term that is not known as it stands', () => {
    expect(fillTerms('{nobody} {Phone} {phone', terms)).toBe('{nobody} {Phone} {phone');
  });

  it('is not read again: what a term stands for brings no marks and no terms of its own', () => {
    expect(lineOf('A {tricky} B', terms)).toEqual([{ text: 'A **bold** {phone} B', strong: false }]);
  });

  it('gives its words without marks', () => {
    expect(plainText(lineOf('**Do not** stop', terms))).toBe('Do not stop');
  });

  it('goes on after a condition in small letters, but not an abbreviation', () => {
    expect(continued('Heavy bleeding')).toBe('heavy bleeding');
    expect(continued('HIV or fever')).toBe('HIV or fever');
    expect(capitalised('ibuprofen')).toBe('Ibuprofen');
  });
});

describe("a patient's or a clinician's words", () => {
  let content: Content;
  beforeAll(async () => {
    content = await shippedContent();
  });
  const hostile = '**Ann** {phone} {{this}} <b>&"';

  it('are printed as they were written', () => {
    const tailored = tailorWith(
      content,
      profileWith(
        { ...healthyFactors, blood_pressure_pills: 'yes' },
        {
          patient: { ageBand: 'adult', name: hostile },
          notes: `${hostile}\r\n\n  second line  `,
          visit: { codes: [], clinician: hostile },
          clinicianSays: { nsaid_oral: hostile },
        },
      ),
    );
    if (tailored.kind !== 'handout') throw new Error('refused');
    const { handout } = tailored;
    expect(handout.madeFor.name).toBe(hostile);
    expect(handout.clinicianNotes?.paragraphs).toEqual([hostile, 'second line']);
    const says = handout.medicine.rows
      .flatMap((row) => row.blocks)
      .find((block) => block.says !== undefined)?.says;
    expect(says).toEqual({ lead: `${hostile}, Nov 23, 2026, says:`, text: hostile });
    expect(handout.documentTitle).not.toContain('Ann');
  });

  it('are not printed as the name of a medicine', () => {
    const tailored = tailorWith(
      content,
      profileWith({ ...healthyFactors, muscle_relaxant: '**x** {phone}' }),
    );
    if (tailored.kind !== 'handout') throw new Error('refused');
    const note = tailored.handout.notes?.blocks.find((block) => block.id === 'note.relaxant');
    expect(note?.title).toBe('muscle relaxant (________)');
  });

  it('a medicine whose name is not known, or that no font has, is left to be written in', () => {
    for (const name of ['yes', '巴氯芬']) {
      const tailored = tailorWith(content, profileWith({ ...healthyFactors, muscle_relaxant: name }), {
        canPrint: (text) => !/\p{Script=Han}/u.test(text),
      });
      if (tailored.kind !== 'handout') throw new Error('refused');
      const note = tailored.handout.notes?.blocks.find((block) => block.id === 'note.relaxant');
      expect(note?.title).toBe('muscle relaxant (________)');
    }
  });

  it('that no font can print leave a line to write on, and a warning without them', () => {
    const tailored = tailorWith(
      content,
      profileWith(healthyFactors, { patient: { ageBand: 'adult', name: '王小明' }, notes: '多喝水' }),
      { canPrint: (text) => !/\p{Script=Han}/u.test(text) },
    );
    if (tailored.kind !== 'handout') throw new Error('refused');
    expect(tailored.handout.madeFor).toMatchObject({ writeLine: true });
    expect(tailored.handout.madeFor.name).toBeUndefined();
    expect(tailored.handout.clinicianNotes).toMatchObject({ paragraphs: [], writeLines: true });
    expect(tailored.trace.warnings.map((warning) => warning.code)).toEqual([
      'name-not-printable',
      'text-not-printable',
    ]);
    expect(JSON.stringify(tailored.trace.warnings)).not.toMatch(/\p{Script=Han}/u);
  });

  it('a note of blanks is no note', () => {
    const tailored = tailorWith(content, profileWith(healthyFactors, { notes: ' \n ' }));
    expect(tailored.kind === 'handout' && tailored.handout.clinicianNotes).toBeUndefined();
  });
});
