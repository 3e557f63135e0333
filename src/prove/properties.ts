/** The properties that the proof holds a topic to, each in words for a medical director. */

import type { Property } from './breach.ts';

export const properties: Readonly<Record<Property, { readonly title: string; readonly says: string }>> = {
  'core-signs': {
    title: 'Warning signs',
    says: 'Every core emergency and same-day sign is in its warning box, in words, for every patient.',
  },
  'levels-only-rise': {
    title: 'Levels only rise',
    says: 'A risk that is known, or that nobody asked about, never makes a level lower and never takes a sign away.',
  },
  'one-block-per-resource': {
    title: 'One message a resource',
    says: 'Each thing that a sheet may advise has a message at its level that is never left out for room, or none where the rulebook is silent. That there is one alone is so by construction; the sample looks.',
  },
  'nothing-above-ok': {
    title: 'No advice above ok',
    says: 'No block that is tagged as advising a thing is printed to a patient who should ask about it or avoid it. So by construction; the sample looks.',
  },
  'never-pairs': {
    title: 'Pairs that never meet',
    says: 'No patient gets a level, or a block, that the list of forbidden pairs rules out.',
  },
  'never-words': {
    title: 'Unsafe words',
    says: 'No sentence, read by itself, advises a thing to a patient for whom it is unsafe, or says what no sheet may say.',
  },
  duties: {
    title: 'What must be said',
    says: 'Every patient reads what the sheet owes them: keep moving, and the warnings of their own risks.',
  },
  'no-empty-section': {
    title: 'No empty section',
    says: 'No section is printed empty, also when blocks are left out for room.',
  },
  'one-emergency-number': {
    title: 'One emergency number',
    says: "The only emergency number on a sheet is the clinic's own.",
  },
  'fixed-words': {
    title: 'Words that are fixed',
    says: 'Signs, warning labels, questions, medicine names, dates to call by and the emergency number are as they were fixed.',
  },
  refusals: {
    title: 'When nothing is printed',
    says: 'A ticked warning sign, an answer that is one, and a blocking code each stop the sheet, with the right care.',
  },
  sample: {
    title: 'The proof against the program',
    says: 'Random whole profiles, tailored and set as pages, say exactly what the proof worked out.',
  },
};
