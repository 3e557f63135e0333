/** Protects the profile: mistakes and contradictions are told at their place, and nothing about the patient is ever repeated. */

import { beforeAll, describe, expect, it } from 'vitest';
import { asCalendarDate } from '../../src/domain/calendar-date.ts';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';
import type { Rulebook } from '../../src/domain/rulebook.ts';
import { dateProblems, readProfile } from '../../src/read/read-profile.ts';
import { profileWith, shippedContent } from '../support/shipped-content.ts';

let rulebook: Rulebook;
beforeAll(async () => {
  rulebook = (await shippedContent()).rulebook;
});

const read = (text: string, name = 'p.yaml') => readProfile({ name, text }, rulebook);
function problems(text: string, name?: string): readonly Diagnostic[] {
  const outcome = read(text, name);
  expect(outcome.ok).toBe(false);
  return outcome.diagnostics;
}
const topics = 'topics: [back-muscle-spasm]\n';

describe('a profile', () => {
  it('needs a topic and no more; all else is not known', () => {
    const outcome = read(topics);
    expect(outcome).toMatchObject({
      ok: true,
      diagnostics: [],
      value: { factors: {}, warningSigns: [], language: 'en', style: 'standard', visit: { codes: [] } },
    });
  });

  it('merges what was asked of health and of the complaint, and takes no and yes as words', () => {
    const outcome = read(`${topics}factors:\n  pregnancy: no\n  cancer: yes\nabout: {region: low}\n`);
    expect(outcome.ok && outcome.value.factors).toEqual({ pregnancy: 'no', cancer: 'yes', region: 'low' });
  });

  it('without a topic says how to name one, unless the command line does', () => {
    expect(problems('language: en\n')).toMatchObject([{ code: 'missing-topics', file: 'p.yaml' }]);
    const asked = readProfile({ name: 'p.yaml', text: 'language: en\n' }, rulebook, {
      topics: ['a', 'a'],
      language: 'es',
    });
    expect(asked).toMatchObject({ ok: true, value: { topics: ['a'], language: 'es' } });
  });
});

describe('a mistake', () => {
  it('in the name of a factor comes with the name that was meant', () => {
    expect(problems(`${topics}factors:\n  blood_thiner: yes\n`)).toMatchObject([
      { code: 'unknown-key', line: 3, column: 3, hint: 'Did you mean `blood_thinner`?' },
    ]);
  });

  it('in the value of a factor comes with the values, and with the one that was meant', () => {
    const [found] = problems(`${topics}about: {region: lower}\n`);
    expect(found).toMatchObject({ code: 'not-allowed', line: 2, column: 17 });
    expect(found?.message).toContain('`upper-mid`');
    expect(problems(`${topics}factors: {pregnancy: pregnnt}\n`)[0]?.hint).toBe('Did you mean `pregnant`?');
  });

  it('of true or false for yes or no says so', () => {
    const found = problems(`${topics}factors: {cancer: true, sedatives: false}\n`);
    expect(found).toHaveLength(2);
    for (const one of found) expect(one.hint).toBe('Write yes or no instead of true or false');
  });

  it('of a factor under the wrong heading is told', () => {
    expect(problems(`${topics}factors: {region: low}\n`)).toMatchObject([{ code: 'unknown-key' }]);
    expect(problems(`${topics}about: {cancer: yes}\n`)).toMatchObject([{ code: 'unknown-key' }]);
  });

  it('of a sign, a code, a medicine or a style that does not exist is told', () => {
    const found = problems(
      `${topics}warning_signs: [E99]\nvisit: {codes: [back pain]}\nclinician_says: {asprin: x}\nreading: {style: long}\n`,
    );
    expect(found.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
  });

  it('of length: a name of 101 letters, notes of 1501', () => {
    const long = (name: number, notes: number) =>
      `${topics}patient: {name: ${'n'.repeat(name)}}\nnotes: ${'w'.repeat(notes)}\n`;
    expect(read(long(100, 1500)).ok).toBe(true);
    const found = problems(long(101, 1501));
    expect(found.map(({ line, message }) => [line, message])).toEqual([
      [2, expect.stringContaining('100')],
      [3, expect.stringContaining('1500')],
    ]);
  });

  it('of a date that does not exist says which and why', () => {
    const [birth, visit] = problems(`${topics}patient: {birthDate: 1990-02-30}\nvisit: {date: 23.11.2026}\n`);
    expect(birth).toMatchObject({ code: 'bad-date', line: 2, column: 22 });
    expect(birth?.message).toContain('`patient.birthDate`');
    expect(visit).toMatchObject({ code: 'bad-date', line: 3 });
  });
});

describe('a contradiction is never settled by guessing', () => {
  it('birth date and age band', () => {
    expect(problems(`${topics}patient:\n  birthDate: 1990-01-01\n  ageBand: older\n`)).toMatchObject([
      { code: 'age-twice', line: 4, column: 3 },
    ]);
  });

  it('a follow-up on or before the visit', () => {
    for (const followUp of ['2026-11-23', '2026-11-01'])
      expect(problems(`${topics}visit:\n  date: 2026-11-23\n  follow_up: ${followUp}\n`)).toMatchObject([
        { code: 'bad-date', line: 4, column: 14 },
      ]);
  });

  it('several at once are all told', () => {
    const text = `${topics}patient: {birthDate: 1990-01-01, ageBand: older}\nvisit: {date: 2026-11-23, follow_up: 2026-11-01}\n`;
    expect(problems(text).map(({ code }) => code)).toEqual(['age-twice', 'bad-date']);
  });

  it("a birth after the handout's date; a follow-up before it is a warning", () => {
    const patient = { birthDate: asCalendarDate('2026-11-24') };
    const visit = { codes: [], followUp: asCalendarDate('2026-11-23') };
    expect(dateProblems(profileWith({}, { patient, visit }), '2026-11-23', 'p.yaml')).toMatchObject([
      { severity: 'error', code: 'bad-date' },
      { severity: 'warning', code: 'past-follow-up' },
    ]);
    expect(dateProblems(profileWith({}, { patient }), '2026-11-24', 'p.yaml')).toEqual([]);
  });
});

describe('nothing about the patient is repeated', () => {
  const secret = 'Zzyzxqv';
  const wrong: readonly (readonly [string, string])[] = [
    ['a name that is too long', `patient: {name: ${secret.repeat(20)}}`],
    ['a name that is a list', `patient: {name: [${secret}]}`],
    ['a birth date', `patient: {birthDate: ${secret}}`],
    ['a birth date with the secret behind', `patient: {birthDate: 1990-01-01 ${secret}}`],
    ['an age band', `patient: {ageBand: ${secret}}`],
    ['notes that are too long', `notes: ${secret.repeat(300)}`],
    ['notes that are a map', `notes: {a: ${secret}}`],
    ['notes with a colon', `notes: see: ${secret}`],
    ['notes with an open quote', `notes: "${secret}`],
    ['notes twice', `notes: ${secret}\nnotes: ${secret}`],
    ['a factor', `factors: {cancer: ${secret}}`],
    ['a medicine that is too long', `factors: {muscle_relaxant: ${secret.repeat(12)}}`],
    ['a place of the body', `about: {region: ${secret}}`],
    ['a sign', `warning_signs: [${secret}]`],
    ['a code', `visit: {codes: [${secret}]}`],
    ['a clinician', `visit: {clinician: {x: ${secret}}}`],
    ['words of a clinician', `clinician_says: {heat: [${secret}]}`],
    ['a name in place of a map', `patient: ${secret}`],
    ['a line that is no YAML', `${secret} ${secret}\n- x`],
    ['a tab', `patient:\n\tname: ${secret}`],
    ['an alias', `notes: *${secret}`],
    ['a tag', `notes: !${secret} x`],
    ['a key of two words', `${secret} ${secret}: 1`],
    ['a name with an odd character', `patient: {name: "${secret}\\u0007"}`],
  ];

  it.each(wrong)('%s', (_, lines) => {
    const found = problems(`${topics}${lines}\n`);
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toContain(secret);
    expect(JSON.stringify(found)).not.toContain('1990');
  });

  it('nor in JSON', () => {
    const found = problems(`{"topics": ["x"], "notes": "${secret}" "name": "${secret}"}`, 'p.json');
    expect(JSON.stringify(found)).not.toContain(secret);
  });
});
