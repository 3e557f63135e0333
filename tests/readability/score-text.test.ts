/** Protects the formulas and the way of counting: each score is worked out by hand beside it. */

import { describe, expect, it } from 'vitest';
import { englishSyllables, scoreText } from '../../src/readability/score-text.ts';
import { listed, printed } from '../support/sample-texts.ts';

describe('English grades', () => {
  it('Flesch-Kincaid is 0.39 words a sentence and 11.8 syllables a word, less 15.59', () => {
    // Call-your-fa-mi-ly-doc-tor (7), Ask-a-bout-pills (4): 2 sentences, 4 + 3 = 7 words, 11 syllables.
    const scores = scoreText(printed('paragraph', 'Call your family doctor. Ask about pills.'), 'en');
    expect(scores).toMatchObject({ sentences: 2, words: 7 });
    expect(scores.fleschKincaid).toBeCloseTo(0.39 * (7 / 2) + 11.8 * (11 / 7) - 15.59, 10);
    expect(scores.fernandezHuerta).toBeUndefined();
  });

  it('SMOG counts words of three syllables, scaled to thirty sentences, and says nothing under ten', () => {
    // One long word (medicine) in each of 10 sentences: 10 x 30 / 10 = 30; 1.043 x root of 30 + 3.1291 = 8.8418.
    const text = 'Take your medicine. ';
    expect(scoreText(printed('paragraph', text.repeat(10)), 'en').smog).toBeCloseTo(8.8418, 3);
    expect(scoreText(printed('paragraph', text.repeat(9)), 'en').smog).toBeUndefined();
  });

  it('an item counts together with what leads in to it, which counts no more by itself', () => {
    const items = Array.from({ length: 10 }, () => 'Walk.');
    // "Important:" is in every one of 10 sentences: 10 long words.
    expect(scoreText(listed('Important:', ...items), 'en').smog).toBeCloseTo(8.8418, 3);
    // A sentence that has ended leads in to nothing: 11 sentences, 1 long word; 1 x 30 / 11 = 2.7273.
    expect(scoreText(listed('That is important.', ...items), 'en').smog).toBeCloseTo(4.8516, 3);
  });

  it('bullets without an end mark are sentences of their own', () => {
    const scores = scoreText(listed('Stop if', 'you feel dizzy', 'it hurts'), 'en');
    expect(scores).toMatchObject({ sentences: 3, words: 7 });
  });

  it("titles, headings, alternative text and the clinician's own words do not count, a whole-sentence label does", () => {
    const scores = scoreText(
      [
        ...printed('title', 'Musculoskeletal rehabilitation'),
        ...printed('heading', 'Rehabilitation'),
        ...printed('alt', 'Person lying down.'),
        ...printed('own-words', 'See me.'),
        ...printed('label', 'My plan', 'Go slow.'),
      ],
      'en',
    );
    expect(scores).toMatchObject({ sentences: 1, words: 2 });
  });

  it('the number before a step is no sentence', () => {
    expect(scoreText(printed('caption', '1. Bend your knees.'), 'en').sentences).toBe(1);
  });

  it.each([
    ['check-up', 2],
    ['X-ray', 2],
    ['acetaminophen', 6],
    ['every', 2],
    ['twenty-five', 3],
  ])('%s has %i syllables', (word, syllables) => {
    expect(englishSyllables(word)).toBe(syllables);
  });

  it('an abbreviation counts as the words that are read for it', () => {
    const text = printed('paragraph', 'Dr. Sample may want an MRI.');
    expect(scoreText(text, 'en', { MRI: 'magnetic resonance imaging', 'Dr.': 'Doctor' })).toMatchObject({
      sentences: 1,
      words: 8,
    });
  });
});

describe('Spanish ease', () => {
  it('Fernandez Huerta in its corrected form, and Szigriszt-Pazos', () => {
    // Ca-mi-ne un po-co ca-da dí-a: 5 words, 10 syllables, 1 sentence.
    const scores = scoreText(printed('paragraph', 'Camine un poco cada día.'), 'es');
    expect(scores.fernandezHuerta).toBeCloseTo(206.84 - 60 * 2 - 1.02 * 5, 10);
    expect(scores.inflesz).toBeCloseTo(206.835 - 62.3 * 2 - 5, 10);
    expect(scores.fleschKincaid).toBeUndefined();
    expect(scores.smog).toBeUndefined();
  });
});

describe('any other language', () => {
  it.each([
    ['zh', '如果你的腿发麻,请马上打电话。每天走几分钟。', 2],
    ['ar', 'اتصل بنا اليوم. هل تشعر بالخدر؟ امش كل ساعة.', 3],
  ])('%s has lengths, and no grade', (language, text, sentences) => {
    const scores = scoreText(printed('paragraph', text), language);
    expect(scores.sentences).toBe(sentences);
    expect(scores.words).toBeGreaterThan(sentences * 2);
    expect(scores.lettersPerWord).toBeGreaterThan(1);
    expect(Object.keys(scores)).toHaveLength(4);
  });

  it('a sheet without words has no grade either', () => {
    expect(scoreText([], 'en')).toEqual({ sentences: 0, words: 0, wordsPerSentence: 0, lettersPerWord: 0 });
  });
});
