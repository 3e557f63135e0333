/** The shipped content, read once for all tests of a file. */

import { fileURLToPath } from 'node:url';
import { asCalendarDate, type CalendarDate } from '../../src/domain/calendar-date.ts';
import type { Content, TopicContent } from '../../src/domain/content.ts';
import type { Profile } from '../../src/domain/profile.ts';
import { readContent } from '../../src/read/read-content.ts';
import { tailor } from '../../src/tailor/tailor.ts';
import type { TailorInput } from '../../src/tailor/tailor-input.ts';

export const contentFolder = fileURLToPath(new URL('../../content', import.meta.url));

export async function shippedContent(): Promise<Content> {
  const read = await readContent({ shipped: contentFolder });
  if (!read.ok) throw new Error(read.diagnostics.map((d) => `${d.file}:${d.line} ${d.message}`).join('\n'));
  return read.value.content;
}

export function spasmTopic(content: Content): TopicContent {
  const topic = content.topics.get('back-muscle-spasm');
  if (topic === undefined) throw new Error('the first topic is missing');
  return topic;
}

export function day(text: string): CalendarDate {
  const date = asCalendarDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
}

/** Factors that are answered with yes or no. */
export const yesNoFactors = [
  'blood_thinner',
  'daily_aspirin',
  'ulcer_or_bleed',
  'kidney_disease',
  'heart_or_stroke',
  'blood_pressure_pills',
  'liver_or_alcohol',
  'nsaid_allergy',
  'steroid_or_ssri',
  'dehydrated',
  'fluid_limit',
  'weak_bones',
  'cancer',
  'numb_skin',
  'cold_sensitive',
  'weak_immunity',
  'sedatives',
  'falls_or_memory',
];

/** Every yes-no factor answered "no", no relaxant, an adult of 40, low back, mild, first time, desk. */
export const healthyFactors: Readonly<Record<string, string>> = {
  pregnancy: 'no',
  ...Object.fromEntries(yesNoFactors.map((id) => [id, 'no'])),
  muscle_relaxant: 'none',
  region: 'low',
  severity: 'mild',
  episode: 'first',
  leg_signs: 'none',
  occupation: 'desk',
};

export function profileWith(factors: Readonly<Record<string, string>>, rest: Partial<Profile> = {}): Profile {
  return {
    patient: { ageBand: 'adult' },
    language: 'en',
    topics: ['back-muscle-spasm'],
    factors,
    warningSigns: [],
    visit: { codes: [] },
    clinicianSays: {},
    style: 'standard',
    ...rest,
  };
}

export function tailorWith(content: Content, profile: Profile, rest: Partial<TailorInput> = {}) {
  return tailor({
    content,
    topic: spasmTopic(content),
    language: 'en',
    profile,
    today: day('2026-11-23'),
    paper: 'A4',
    drawings: new Map(),
    omit: new Set(),
    canPrint: () => true,
    notesConfirmed: false,
    ...rest,
  });
}
