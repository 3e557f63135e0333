/** The parts that only the full style prints: bed, sleep, causes, symptoms, clinic care, prevention. */

import type { Handout } from '../../src/domain/handout.ts';
import { block } from './sample-blocks.ts';
import { sampleIcon } from './sample-words.ts';

type FullParts = Pick<Handout, 'bed' | 'sleep' | 'why' | 'symptoms' | 'clinicCare' | 'prevention'>;

export const fullParts: FullParts = {
  bed: {
    heading: 'Getting out of bed',
    blocks: [
      block('bed.log-roll', {
        sizes: [
          [37, 24],
          [37, 24],
          [37, 32],
        ],
        captions: [
          '**1.** Lie on your back. Bend your knees.',
          '**2.** Roll to your side in one piece.',
          '**3.** Feet down. Push up with both hands.',
        ],
      }),
    ],
  },
  sleep: {
    heading: 'When you sleep',
    blocks: [
      block('sleep.side', { sizes: [[48, 25]], captions: ['On your side, pillow between your knees.'] }),
      block('sleep.back', { sizes: [[48, 16]], captions: ['Or on your back, pillow under your knees.'] }),
    ],
  },
  why: {
    heading: 'Why did it happen?',
    blocks: [
      block('why.causes', {
        text: 'Most spasms start when a muscle is strained.',
        items: [
          'A heavy or awkward lift',
          'A quick twist',
          'A fall or a hard day of work',
          'Hours in one position',
          'Stress or worry',
        ],
        sizes: [[27, 42]],
        captions: ['Low back'],
      }),
      block('why.rarely', {
        text: 'Now and then a disc or a nerve plays a part. Often no one finds the exact cause. That is OK. You did nothing wrong.',
      }),
    ],
  },
  symptoms: {
    heading: 'What can it feel like?',
    blocks: [
      block('symptoms.list', {
        items: [
          'A tight, stiff, or sore back',
          'Pain that starts fast',
          'A mild cramp, or very sharp pain',
          'Hard to bend, turn, or stand up',
          'An ache in your buttock or thigh',
          'You may lean to one side for a few days',
        ],
      }),
      block('symptoms.lasts', {
        text: 'One cramp lasts seconds or minutes. The sore, stiff feeling can last for days.',
      }),
      block('symptoms.leg', {
        text: [
          '**Pain or tingling below the knee?** Make a visit.',
          '**Weak or numb leg?** Use the 911 box.',
        ],
      }),
    ],
  },
  clinicCare: {
    heading: 'What can your clinic do?',
    rows: [
      {
        icon: sampleIcon('octagon-cross'),
        blocks: [
          block('opioids.avoid', {
            level: 'avoid',
            text: '**Not used** for most spasms: opioid pills, steroid pills, muscle relaxants, back belts, or traction. Did we give you one? Ask us how to use it.',
          }),
        ],
      },
      {
        icon: sampleIcon('circle-question'),
        blocks: [
          block('scan.ask', { level: 'ask', text: '**Ask us** if you need an X-ray or scan.' }),
          block('massage.ask', {
            level: 'ask',
            text: '**Ask us before** a massage. With a blood thinner, only a light rub is safe.',
          }),
        ],
      },
      {
        icon: sampleIcon('square-check'),
        blocks: [
          block('care.check', {
            text: '**Check you** for rare causes. Often a check finds no exact cause. That is fine.',
          }),
          block('care.therapist', {
            text: '**Physical therapy.** A therapist can teach you moves and help you get strong again.',
          }),
        ],
      },
    ],
  },
  prevention: {
    heading: 'Keep it from coming back',
    blocks: [
      block('prevent.walk', {
        title: 'Walk',
        text: 'Start with 5 to 10 minutes. Add a little every day or two. Build to 30 minutes on most days.',
        sizes: [[32, 39]],
      }),
      block('prevent.position', {
        title: 'Change position',
        text: 'Get up every 30 minutes. There is no perfect way to sit. Your next position is your best one.',
        sizes: [[37, 34]],
      }),
      block('prevent.lift', {
        title: 'Lift with ease',
        text: 'Stand close. Bend your hips and knees. Turn with your feet. Ask for help with heavy loads.',
        sizes: [[34, 33]],
      }),
      block('prevent.strong', {
        text: '**Get strong.** Any exercise you like is good. Moving and getting stronger works better than stretching alone. Wait for running and sit-ups until nothing hurts.',
      }),
      block('prevent.mind', {
        text: '**Rest your mind.** Stress can make muscles tight. Slow breaths, good sleep, and time with people you like may help.',
      }),
    ],
  },
};
