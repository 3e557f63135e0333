/** The blocks of the sample handouts: cards, medicine rows, moves, causes and care, in the words of the page design. */

import type { Handout, PrintedBlock } from '../../src/domain/handout.ts';
import { line, sampleDrawing, sampleIcon } from './sample-words.ts';

type Words = {
  title?: string;
  icon?: string;
  text?: string | string[];
  items?: string[];
  steps?: string[];
  sizes?: [number, number][];
  captions?: string[];
  number?: number;
  level?: PrintedBlock['level'];
  reasons?: string[];
};

export function block(id: string, words: Words): PrintedBlock {
  const { title, icon, text = [], items = [], steps = [], sizes = [], captions = [], number, level } = words;
  return {
    id,
    ...(title === undefined ? {} : { title }),
    paragraphs: (typeof text === 'string' ? [text] : text).map(line),
    items: items.map(line),
    steps: steps.map(line),
    figures: sizes.map(([width, height], index) => {
      const caption = captions[index];
      return {
        drawing: sampleDrawing(width, height),
        alt: `Picture of ${title ?? id}`,
        ...(caption === undefined ? {} : { caption: line(caption) }),
      };
    }),
    ...(icon === undefined ? {} : { icon: sampleIcon(icon) }),
    ...(level === undefined ? {} : { level }),
    reasons: (words.reasons ?? []).map(line),
    ...(number === undefined ? {} : { number }),
  };
}

export const cards = [
  block('today.move', {
    title: 'Keep moving',
    icon: 'walk',
    text: 'Walk a few minutes every hour you are awake. Change position often. Do not stay in bed. Skip heavy lifting.',
  }),
  block('heat.ok', {
    title: 'Use a warm pack',
    icon: 'warm-pack',
    level: 'ok',
    text: '15 to 20 minutes, low or medium heat. Keep a cloth between the pack and your skin. Do not lie on it or fall asleep with it on. Check your skin each time.',
  }),
  block('cold.ok', {
    title: 'Or use a cold pack',
    icon: 'snowflake',
    level: 'ok',
    text: '10 to 20 minutes, in a cloth. Stop if your skin goes numb or white. Do not use warm and cold at once.',
  }),
];

export const medicine: Handout['medicine'] = {
  heading: 'Pain medicine for you',
  rows: [
    {
      icon: sampleIcon('octagon-cross'),
      blocks: [
        block('nsaid.avoid', {
          level: 'avoid',
          text: '**Do not take** ibuprofen, naproxen, or aspirin for this pain. They are not safe for you. Check cold and flu labels too.',
          reasons: ['**Why:** you take a blood thinner or bleed easily.'],
        }),
      ],
    },
    {
      icon: sampleIcon('circle-question'),
      blocks: [
        block('acetaminophen.ask', {
          level: 'ask',
          text: '**Ask us before** you take acetaminophen (Tylenol). It may help a little.',
        }),
      ],
    },
    {
      icon: sampleIcon('square-check'),
      blocks: [
        block('medicine.no-pill', {
          text: '**With no pills:** short walks, slow breaths, and your moves can ease pain.',
        }),
      ],
    },
  ],
};

export const moves = [
  block('move.rest-chair', {
    title: 'Rest and breathe',
    sizes: [[43, 22]],
    steps: [
      'On your back, lower legs on a chair.',
      'Breathe in. Count to 3.',
      'Breathe out. Count to 5.',
      'Do this for 3 to 5 minutes.',
    ],
    number: 1,
  }),
  block('move.tilt', {
    title: 'Pelvic tilt',
    sizes: [[41, 30]],
    steps: [
      'On your back, knees bent, feet flat.',
      'Press your low back gently down.',
      'Hold 5 seconds. Let go.',
      'Do 5, then up to 10.',
    ],
    number: 2,
  }),
  block('move.knee-chest', {
    title: 'Knee to chest',
    sizes: [[43, 20]],
    steps: [
      'On your back, knees bent, feet flat.',
      'Hold behind one thigh.',
      'Bring that knee slowly to you.',
      'Hold 5 to 10 seconds. Put it down.',
      'Change legs. Do 3 each side.',
    ],
    number: 3,
  }),
  block('move.knee-rolls', {
    title: 'Knee rolls',
    sizes: [[43, 41]],
    steps: [
      'On your back, knees bent, together.',
      'Keep both shoulders down.',
      'Let the knees sink a little to a side.',
      'Hold 5 seconds. Come back.',
      'Change sides. Do 3 each side.',
    ],
    number: 4,
  }),
  block('move.cat-cow', {
    title: 'Cat and cow',
    sizes: [
      [38, 23],
      [38, 23],
    ],
    steps: [
      'On your hands and knees.',
      'Breathe out. Round your back up.',
      'Hold 5 seconds.',
      'Breathe in. Let your belly sink a bit.',
      'Go slowly, 5 times.',
    ],
    number: 5,
  }),
  block('move.child-pose', {
    title: "Child's pose",
    sizes: [[41, 21]],
    steps: [
      'On your hands and knees.',
      'Sit back toward your heels.',
      'Rest your head down or on a pillow.',
      'Breathe slowly, 15 to 30 seconds.',
      'Do it 2 or 3 times.',
    ],
    number: 6,
  }),
];

export const desk = block('life.desk', {
  title: 'At your desk',
  icon: 'monitor',
  text: 'Get up every 30 minutes. Sit back so the chair holds your low back. Feet flat. Top of the screen at eye level.',
});
