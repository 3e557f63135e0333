/** Realistic handouts for tests of the page: a person on a blood thinner, a healthy one, one of whom nothing is known, and the full style. */

import { type Handout, handoutSchema } from '../../src/domain/handout.ts';
import { block, cards, desk, medicine, moves } from './sample-blocks.ts';
import { fullParts } from './sample-full.ts';
import { sampleLabels } from './sample-labels.ts';
import { coreWarning, thinnerWarning, unknownWarning } from './sample-signs.ts';
import { line, sampleIcon } from './sample-words.ts';

const why = block('fact.why', {
  title: 'Why did it happen?',
  text: 'Most start with a strain: a heavy lift, a quick twist, or hours in one position. Often no one finds the exact cause. That is OK.',
});

export const bloodThinner: Handout = handoutSchema.parse({
  topic: 'back-muscle-spasm',
  language: 'en',
  direction: 'ltr',
  style: 'standard',
  full: false,
  paper: 'A4',
  letter: false,
  title: 'Back muscle spasm',
  purpose: line('A muscle in your back has gone tight and will not let go.'),
  documentTitle: 'Back muscle spasm - Maple Street Clinic',
  contentId: 'BMS-EN-7F3A01',
  version: '0.9',
  reviewState: 'Draft: our clinic is still checking this text',
  date: 'Nov 23, 2026',
  labels: sampleLabels,
  clinic: {
    name: 'Maple Street Clinic',
    descriptor: 'Family medicine',
    address: '12 Maple Street, Springfield',
    phone: '(555) 555-0142',
    afterHours: '(555) 555-0199',
    logo: sampleIcon('clinic-logo'),
  },
  madeFor: {
    name: 'Dana Rivera',
    writeLine: false,
    tags: [
      { text: 'Blood thinner', safety: true, icon: sampleIcon('drop') },
      { text: 'Low back', safety: false },
      { text: 'Mild', safety: false },
      { text: 'First time', safety: false },
      { text: 'Desk job', safety: false },
    ],
  },
  keyPoints: [
    line('It hurts a lot, but most get better in days to weeks.'),
    line('**Keep moving.** Short walks help most people.'),
    line('Know the **warning signs.** They are rare.'),
  ],
  warning: thinnerWarning,
  notes: {
    heading: 'For you',
    blocks: [
      block('note.blood-thinner', {
        title: 'blood thinner',
        icon: 'drop',
        text: '**Do not stop your blood thinner.** Ibuprofen, naproxen, and aspirin for pain can make you bleed. The 911 box has signs for you.',
      }),
    ],
  },
  facts: { heading: 'About back spasms', blocks: [why] },
  today: { heading: 'What to do today', blocks: cards },
  medicine,
  moves: { heading: 'Your moves: twice a day', blocks: moves },
  movesStop: block('moves.stop', {
    text: '**Stop and call us** if pain goes down a leg. Call if it stays worse for over a day. Weak or numb leg? Use the 911 box.',
  }),
  stopIcon: sampleIcon('octagon-exclaim'),
  notNow: {
    heading: 'Not for now',
    blocks: [block('not-now.hard', { text: '**No running, sit-ups, or toe touches** while it hurts.' })],
  },
  dailyLife: { heading: 'Work and daily life', blocks: [desk] },
  plan: {
    heading: 'When to come back',
    intro: [line('About half of people feel well again in 2 to 3 weeks.')],
    dates: [
      { when: 'Monday, Dec 7', lines: [line('if not clearly better')] },
      { when: 'Monday, Jan 4', lines: [line('if not back to normal')] },
    ],
    anyTime: [
      { id: 'S3', lines: [line('if pain or tingling runs down one leg')] },
      { id: 'S4', lines: [line('if spasms keep coming back')] },
    ],
    week: ['Mon 23', 'Tue 24', 'Wed 25', 'Thu 26', 'Fri 27', 'Sat 28', 'Sun 29'],
    questions: [
      { id: 'check.emergency', line: line('Two signs to call 911') },
      { id: 'check.move', line: line('Keep still, or keep moving?') },
      { id: 'check.pills', line: line('Which pain pills are safe for me?') },
      { id: 'check.date', line: line('What date will I call?') },
    ],
  },
});

const { notes: _note, ...withoutNotes } = bloodThinner;

/** Nothing changes a safety text; no name was given. */
export const healthy: Handout = {
  ...withoutNotes,
  madeFor: { writeLine: false, tags: bloodThinner.madeFor.tags.filter((tag) => !tag.safety) },
  warning: coreWarning,
};

/** Nothing is known about the patient: every conditional sign is printed; the name is written by hand. */
export const allUnknown: Handout = {
  ...withoutNotes,
  madeFor: { writeLine: true, tags: [] },
  warning: unknownWarning,
};

export const full: Handout = { ...bloodThinner, ...fullParts, style: 'full', full: true };

export function onLetter(handout: Handout): Handout {
  return { ...handout, paper: 'Letter', letter: true };
}

/** The handout as tailoring would give it with these blocks left out. */
export function without(handout: Handout, omit: readonly string[]): Handout {
  const kept = <T extends { readonly id: string }>(blocks: readonly T[]) =>
    blocks.filter((each) => !omit.includes(each.id));
  const rest: Handout = { ...handout, today: { ...handout.today, blocks: kept(handout.today.blocks) } };
  for (const name of ['notes', 'facts', 'moves', 'notNow', 'dailyLife'] as const) {
    const section = rest[name];
    if (section === undefined) continue;
    const blocks = kept(section.blocks);
    if (blocks.length === 0) delete rest[name];
    else rest[name] = { ...section, blocks };
  }
  return rest;
}
