/** Protects dates that nobody meant from passing unseen: they are warned of, with the right field, and stop nothing. */

import { beforeAll, expect, it } from 'vitest';
import { settleProfile } from '../../src/app/settle-profile.ts';
import { asCalendarDate } from '../../src/domain/calendar-date.ts';
import type { Content } from '../../src/domain/content.ts';
import type { Profile } from '../../src/domain/profile.ts';
import { shippedContent } from '../support/shipped-content.ts';

let content: Content;
beforeAll(async () => {
  content = await shippedContent();
});

function settled(more: { visit?: string; birth?: string; topic?: string }) {
  const date = (text: string | undefined) => (text === undefined ? undefined : asCalendarDate(text));
  const today = date('2026-11-23');
  if (today === undefined) throw new Error('no date');
  const profile: Profile = {
    patient: { birthDate: date(more.birth) },
    language: 'en',
    topics: [more.topic ?? 'back-muscle-spasm'],
    factors: {},
    warningSigns: [],
    visit: { date: date(more.visit), codes: [] },
    clinicianSays: {},
    style: 'standard',
  };
  const { ok, diagnostics } = settleProfile(profile, { file: 'r.csv', line: 2 }, content, {}, today);
  return [
    ok,
    ...diagnostics.map(({ severity, code, message }) => `${severity} ${code} ${message.split(' ')[0]}`),
  ];
}

it('a visit more than a year away, to either side', () => {
  const warned = [true, 'warning odd-date `visit.date`'];
  expect(settled({ visit: '2025-11-01' })).toEqual(warned);
  expect(settled({ visit: '2062-11-23' })).toEqual(warned);
  expect(settled({ visit: '2026-01-02' })).toEqual([true]);
});

it('a patient older than people get', () => {
  expect(settled({ birth: '1910-01-01' })).toEqual([true, 'warning odd-date `patient.birthDate`']);
  expect(settled({ birth: '1926-01-01' })).toEqual([true]);
});

it('all that is wrong is told at once', () => {
  expect(settled({ topic: 'bak', birth: '2027-01-01' })).toEqual([
    false,
    'error unknown-topic There',
    'error bad-date `patient.birthDate`',
  ]);
});
