/** A sign's words and the facts -> its lines for this patient: the first wording that fits, else the usual one. */

import type { Facts } from '../domain/trace.ts';
import type { SharedWords } from '../domain/words.ts';
import { evaluate } from './condition.ts';

/** Empty when the language has no words for the sign, which the content check forbids. */
export function signLines(id: string, words: SharedWords, facts: Facts): readonly string[] {
  const sign = words.signs[id];
  const variant = sign?.variants.find(
    ({ when, fits }) =>
      (when === undefined || evaluate(when, facts) === 'yes') &&
      (fits === undefined || evaluate(fits, facts) !== 'no'),
  );
  return variant?.lines ?? sign?.lines ?? [];
}
