/** Protects the counting of Spanish syllables: diphthongs, hiatuses, silent u and h, accents. */

import { expect, it } from 'vitest';
import { spanishSyllables } from '../../src/readability/spanish-syllables.ts';

const words: Readonly<Record<number, string>> = {
  1: 'y sol pies muy hay buey ley fue guion pie',
  2: 'día tía río oír ahí leer caer peor búho viaje hueso guerra queso cuello ciudad país baúl rehén hacia',
  3: 'espalda dolores cuídate paciente ahora pingüino vergüenza construido jesuita ahijado estudiáis museo oído chiita rodilla',
  4: 'medicina aéreo cooperar murciélago energía poesía aguantaba',
  5: 'medicamento inflamatorio enfermedades',
  7: 'antiinflamatorio',
};

it.each(
  Object.entries(words).flatMap(([count, list]) =>
    list.split(' ').map((word) => [word, Number(count)] as const),
  ),
)('%s: %i', (word, count) => {
  expect(spanishSyllables(word)).toBe(count);
});

it('an accent written as two characters counts the same', () => {
  expect(spanishSyllables('día'.normalize('NFD'))).toBe(2);
});
