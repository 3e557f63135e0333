/** A sentence, and what no sheet may say -> the things that the sentence advises: named in it, and not as a warning. */

import type { Never } from '../domain/never.ts';
import { finderOf, mentions, type WordFinder } from '../domain/whole-word.ts';

/** Reads the sentences of one language; made once, used for thousands. */
export interface AdviceReader {
  /** Ids of things that the sentence advises. */
  advised(sentence: string): readonly string[];
  /** Places of `never.phrases` whose words the sentence holds, but as a warning. */
  phrases(sentence: string): readonly number[];
  /** Unsafe claims that the sentence prints as they were stated. */
  stated(sentence: string): readonly string[];
}

/** Words: "no ibuprofen, naproxen, or aspirin" warns of all three, "with no pills, a warm bath can ease pain" of none. */
const closeBy = 5;

/** Where one thought ends and the next may contradict it. */
const clauseEnds = /;| but /i;

export function adviceReader(never: Never, language: string): AdviceReader {
  const guards = never.guards[language] ?? { before: [], close: [], after: [] };
  const things = Object.entries(never.things).map(([id, thing]) => ({
    id,
    find: (thing.words[language] ?? []).map(finderOf),
  }));
  const compiled = (patterns: readonly string[] | undefined) =>
    (patterns ?? []).map((pattern) => new RegExp(pattern, 'iu'));
  const phrases = never.phrases.map((phrase) => ({
    patterns: compiled(phrase.patterns[language]),
    evenWarned: phrase.even_warned,
  }));
  const stated = Object.entries(never.stated).map(([id, { patterns }]) => ({
    id,
    patterns: compiled(patterns[language]),
  }));
  /** Unguarded when some clause has the words with no guard around them. */
  const unguarded = (clauses: readonly Clause[], find: WordFinder) =>
    clauses.some(({ text, lower }) => {
      const at = find(text, lower);
      return at >= 0 && !guarded(text, at, guards);
    });
  const matching = (patterns: readonly RegExp[]) =>
    patterns.map(
      (pattern): WordFinder =>
        (text) =>
          text.search(pattern),
    );
  const phraseFinders = phrases.map(({ patterns, evenWarned }) => ({
    find: matching(patterns),
    evenWarned,
  }));
  const statedFinders = stated.map(({ id, patterns }) => ({ id, find: matching(patterns) }));
  return {
    advised: once((clauses) =>
      things.filter(({ find }) => find.some((each) => unguarded(clauses, each))).map(({ id }) => id),
    ),
    phrases: once((clauses, sentence) =>
      phraseFinders.flatMap(({ find, evenWarned }, i) => {
        const held = evenWarned
          ? find.some((each) => each(sentence, sentence) >= 0)
          : find.some((each) => unguarded(clauses, each));
        return held ? [i] : [];
      }),
    ),
    stated: once((clauses) =>
      statedFinders.filter(({ find }) => find.some((each) => unguarded(clauses, each))).map(({ id }) => id),
    ),
  };
}

interface Clause {
  readonly text: string;
  readonly lower: string;
}

/** Thousands of pages share a few hundred sentences. */
function once<T>(read: (clauses: readonly Clause[], sentence: string) => T): (sentence: string) => T {
  const known = new Map<string, T>();
  return (sentence) => {
    const seen = known.get(sentence);
    if (seen !== undefined) return seen;
    const clauses = sentence.split(clauseEnds).map((text) => ({ text, lower: text.toLowerCase() }));
    const made = read(clauses, sentence);
    known.set(sentence, made);
    return made;
  };
}

function guarded(clause: string, at: number, guards: Never['guards'][string]): boolean {
  const [before, after] = [clause.slice(0, at), clause.slice(at)];
  const close = (before.split(':').at(-1) ?? '').trim().split(/\s+/).slice(-closeBy).join(' ');
  return (
    guards.before.some((guard) => mentions(before, guard)) ||
    guards.close.some((guard) => mentions(close, guard)) ||
    guards.after.some((guard) => mentions(after, guard))
  );
}
