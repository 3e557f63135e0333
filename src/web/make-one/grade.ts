/** A handout -> the school grade of its words, for staff; worked out once for all handouts with the same words. */

import { createHash } from 'node:crypto';
import type { Handout } from '../../domain/handout.ts';
import { printedTexts } from '../../domain/printed-texts.ts';
import { scoreText } from '../../readability/score-text.ts';

/** By a hash of the words: nothing of a patient is kept. */
const known = new Map<string, string>();
const mostKept = 500;

/** Empty in a language that has no such measure. */
export function gradeOf(handout: Handout): string {
  // The clinician's own words are the clinician's.
  const ours = printedTexts(handout).filter(({ kind }) => kind !== 'own-words');
  const key = createHash('sha256')
    .update(JSON.stringify([handout.language, ours]))
    .digest('base64');
  const seen = known.get(key);
  if (seen !== undefined) return seen;
  const { fleschKincaid } = scoreText(ours, handout.language, {});
  const grade = fleschKincaid === undefined ? '' : fleschKincaid.toFixed(1);
  if (known.size >= mostKept) known.clear();
  known.set(key, grade);
  return grade;
}
