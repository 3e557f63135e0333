import { expect, test } from 'vitest';
import { editDistance, nearestName } from '../../src/domain/nearest-name.ts';

const known = ['language', 'topics', 'patient', 'birthDate', 'en', 'es'];

test.each([
  ['langauge', 'language'],
  ['Topics', 'topics'],
  ['topic', 'topics'],
  ['birth_date', 'birthDate'],
  ['pateint', 'patient'],
  ['EN', 'en'],
])('%s is close to %s', (name, expected) => {
  expect(nearestName(name, known)).toBe(expected);
});

test.each(['fr', 'x', '', 'zebra', 'lung', 'a'.repeat(5_000)])('%s is close to none', (name) => {
  expect(nearestName(name, known)).toBeUndefined();
});

test('a swap of neighbours is one step', () => {
  expect(editDistance('ab', 'ba')).toBe(1);
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('', 'abc')).toBe(3);
});
