/** A property and the proof's result -> how much was walked for it, in words. */

import type { Property } from '../prove/breach.ts';
import type { SafetyResult } from './check-safety.ts';

export function walked(id: Property, { kinds, refusals, samples, content }: SafetyResult): string {
  if (id === 'refusals') return `${refusals.tried} refusals tried`;
  if (id === 'sample') {
    const sum = (of: (each: (typeof samples)[number]) => number) =>
      samples.reduce((all, each) => all + of(each), 0);
    return `${sum((each) => each.profiles)} whole profiles, ${sum((each) => each.pages)} pages`;
  }
  const profiles = kinds[0]?.profiles ?? 0n;
  const pairs = content?.never.reduce((sum, file) => sum + file.pairs.length, 0) ?? 0;
  const extra =
    id === 'never-pairs'
      ? `, ${pairs} pairs`
      : id === 'never-words'
        ? `, ${kinds[0]?.sentences ?? 0} sentences`
        : '';
  return `${kinds.length} kinds of sheet x ${profiles.toLocaleString('en')} profiles${extra}`;
}
