/** Protects an author's time: each finding appears where it should, and not on the near miss beside it. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { plainWordsSchema } from '../../src/domain/plain-words.ts';
import type { TextFinding } from '../../src/domain/text-report.ts';
import { readTexts } from '../../src/readability/read-handout.ts';
import { printed } from '../support/sample-texts.ts';
import { contentFolder } from '../support/shipped-content.ts';

const plainWords = plainWordsSchema.parse(parse(readFileSync(`${contentFolder}/plain-words.yaml`, 'utf8')));

function found(text: string, language = 'en'): readonly TextFinding[] {
  return readTexts(printed('item', text), language, plainWords).findings;
}

const rulesIn = (text: string, language?: string) => found(text, language).map(({ rule }) => rule);
const words = (count: number) => `${Array.from({ length: count }, () => 'go').join(' ')}.`;

describe('each finding appears', () => {
  it.each([
    ['long-sentence', words(16)],
    ['passive-voice', 'It may start when a muscle is strained.'],
    ['passive-voice', 'The pill was given to you.'],
    ['passive-voice', 'Your heart is carefully checked.'],
    ['jargon', 'Lumbar pain is bad.'],
    ['jargon', 'Sit with a good posture.'],
    ['jargon', 'Utilize a cold pack.'],
    ['jargon', 'It is wear-and-tear.'],
    ['unexplained-term', 'Physical therapy may help.'],
    ['unexplained-term', 'Try a muscle relaxant.'],
    ['hard-number', 'It works for 50% of us.'],
    ['hard-number', 'Fifty percent? No: 50 percent.'],
    ['hard-number', 'The odds are good.'],
    ['hard-number', 'You are twice as likely to fall.'],
    ['hard-number', 'Take 2.5 pills.'],
    ['hard-number', 'Take 1/2 pill.'],
    ['hard-number', 'About 4 in 5 people get it at some time.'],
    ['hard-number', 'One in five people get it.'],
    ['hard-number', 'The chance is 1:100.'],
    ['third-person', 'The patient should walk.'],
    ['third-person', 'Patients should walk.'],
    ['sums', 'Divide your weight by 10.'],
    ['sums', 'Take 10 mg/kg.'],
    ['sums', 'Other pills may have it too: add it all up.'],
  ])('%s: %s', (rule, text) => {
    expect(rulesIn(text)).toEqual([rule]);
  });

  it.each([
    ['passive-voice', 'El músculo fue examinado ayer.'],
    ['jargon', 'Le duele la zona lumbar.'],
    ['hard-number', 'Le pasa a 1 de cada 5.'],
    ['third-person', 'El paciente camina.'],
  ])('in Spanish, %s: %s', (rule, text) => {
    expect(rulesIn(text, 'es-US')).toEqual([rule]);
  });
});

describe('near misses are left alone', () => {
  it.each([
    words(15),
    'Call 911 for a 15-minute pain in your back or leg that will not stop.',
    'You are tired and in bed.',
    'It is a red spot.',
    'You need to be in bed.',
    'Avoid heavy loads.',
    'Adjust your chair.',
    'A therapist can teach you moves. We call it physical therapy.',
    'Take ibuprofen (Advil).',
    'It works for 5 out of 10 people.',
    'Most people (4 in 5) get it.',
    'Do 5 in 10 minutes.',
    'Come at 10:30, or at 10.30 am.',
    'Walk 1,000 steps.',
    'Call 555.123.4567.',
    'Be patient with your back.',
    'Fold a towel.',
    'Add a little every day.',
  ])('%s', (text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  it.each(['Está cansado.', 'La mayoría (4 de cada 5) mejora.', 'Son 5 de cada 10.'])(
    'in Spanish: %s',
    (text) => {
      expect(rulesIn(text, 'es')).toEqual([]);
    },
  );
});

describe('a sentence', () => {
  it('is an error from 21 words on', () => {
    expect(found(words(20)).map(({ severity }) => severity)).toEqual(['warning']);
    expect(found(words(21)).map(({ severity }) => severity)).toEqual(['error']);
  });

  it('is told with its words, and what to do', () => {
    expect(found('Go slow. Lumbar pain is bad.')).toEqual([
      {
        rule: 'jargon',
        severity: 'warning',
        part: 'block b',
        words: 'Lumbar pain is bad.',
        message: '"lumbar" has a plainer word',
        hint: 'Write: low back',
      },
    ]);
  });
});

describe('a term', () => {
  const read = (...texts: ReturnType<typeof printed>[]) => readTexts(texts.flat(), 'en', plainWords).findings;
  const use = printed('paragraph', 'Try a muscle relaxant.');
  const told = printed('paragraph', 'It loosens tight muscles.');

  it('may be explained before, not after', () => {
    expect(read(told, use)).toEqual([]);
    expect(read(use, told).map(({ rule }) => rule)).toEqual(['unexplained-term']);
  });

  it('is told once, at its first use', () => {
    expect(read(use, use)).toHaveLength(1);
  });

  it('may name a block, as a title', () => {
    expect(read(printed('title', 'Muscle relaxant'), told, use)).toEqual([]);
  });
});

describe('what is not ours or not read', () => {
  it("the clinician's own words are never told", () => {
    const own = printed('own-words', 'The patient should divide 50% of the lumbar analgesic.');
    expect(readTexts(own, 'en', plainWords).findings).toEqual([]);
  });

  it('alternative text may be long and speak of a person, in plain words', () => {
    const alt = printed('alt', `The patient is seen from behind ${words(30)}`, 'Lumbar curve.');
    expect(readTexts(alt, 'en', plainWords).findings.map(({ rule }) => rule)).toEqual(['jargon']);
  });
});

describe('the whole sheet', () => {
  const grade = (text: string, language: string) =>
    readTexts(printed('paragraph', text), language, plainWords)
      .findings.filter(({ part }) => part === 'sheet')
      .map(({ rule, severity }) => `${severity} ${rule}`);

  it('is told when its grade is too high, with what makes it so', () => {
    const hard = 'Surgery carries serious potential complications. '.repeat(20);
    expect(grade(hard, 'en')).toEqual(['error reading-grade', 'error smog']);
    const [first, second] = readTexts(printed('paragraph', hard), 'en', plainWords).findings;
    expect(first?.hint).toContain('"Surgery carries serious potential complications."');
    expect(second?.hint).toContain('complications (20)');
  });

  it('has no grade to speak of below a hundred words', () => {
    expect(grade('Surgery carries serious potential complications.', 'en')).toEqual([]);
  });

  it('is told when its Spanish ease is too low', () => {
    const hard = 'Las complicaciones quirúrgicas potenciales necesitan hospitalización. '.repeat(20);
    expect(grade(hard, 'es')).toEqual(['error reading-grade', 'error reading-grade']);
  });

  it('has no grade in Chinese and Arabic, where long sentences and percentages are still found', () => {
    const chinese = `如果你的腿发麻${',请马上打电话给我们的诊所'.repeat(4)}。每天走百分之50%。`;
    const arabic = `اتصل بنا ${'إذا شعرت بألم '.repeat(8)}. هذا 50٪ من الناس.`;
    for (const [text, language] of [
      [chinese, 'zh'],
      [arabic, 'ar'],
    ] as const) {
      const { findings } = readTexts(printed('paragraph', text), language, plainWords);
      expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
        'error long-sentence',
        'error hard-number',
      ]);
    }
  });
});
