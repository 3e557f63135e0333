/** Protects what counts as a word: numbers as they are read aloud, and a hyphenated word as one. */

import { expect, it } from 'vitest';
import { expanded, spokenWords, writtenWords } from '../../src/readability/spoken-words.ts';

it.each([
  ['Call 911 now', 'Call nine one one now'],
  ['Wait 15 minutes', 'Wait fifteen minutes'],
  ['20 to 30 times', 'twenty to thirty times'],
  ['20-30 times', 'twenty to thirty times'],
  ['25 steps', 'twenty-five steps'],
  ['400 mg', 'four hundred mg'],
  ['1,000 steps', 'one thousand steps'],
  ['Dec 7, 2026', 'Dec seven twenty twenty-six'],
  ['(555) 555-0142', 'five five five five five five zero one four two'],
  ['5 percent, 5%', 'five percent five percent'],
  ['a check-up', 'a check-up'],
  ['a 5-second hold', 'a five-second hold'],
  ["you can't", "you can't"],
  ['Pee? Poop!', 'Pee Poop'],
])('%s', (text, spoken) => {
  expect(spokenWords(text, 'en').join(' ')).toBe(spoken);
});

it.each([
  ['de 20 a 30 minutos', 'de veinte a treinta minutos'],
  ['35 días', 'treinta y cinco días'],
  ['Llame al 911', 'Llame al nueve uno uno'],
  ['1.500 pasos', 'mil quinientos pasos'],
])('%s', (text, spoken) => {
  expect(spokenWords(text, 'es-US').join(' ')).toBe(spoken);
});

it('a length is counted as printed', () => {
  expect(writtenWords('Call 911 for a 15-minute check-up.', 'en')).toHaveLength(6);
});

it('an abbreviation is found as a whole word, in its own case', () => {
  expect(expanded('An MRI in Mar. Marks', { MRI: 'scan', Mar: 'March' })).toBe('An scan in March. Marks');
  expect(expanded('Dr. Sample', { 'Dr.': 'Doctor' })).toBe('Doctor Sample');
});
