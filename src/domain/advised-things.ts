/** A sentence, and what no sheet may say -> the things that the sentence advises: named in it, and not as a warning. */

import type { Never } from './never.ts';
import { finderOf, mentions, type WordFinder } from './whole-word.ts';

/** Reads the sentences of one language; made once, used for thousands. */
export interface AdviceReader {
  /** Ids of things that the sentence advises. */
  advised(sentence: string): readonly string[];
  /** The same of words that only name something, such as a tag: those advise only with a verb, as "Take ..." does. */
  advisedByName(words: string): readonly string[];
  /** Places of `never.phrases` whose words the sentence holds, but as a warning. */
  phrases(sentence: string): readonly number[];
  /** Unsafe claims that the sentence prints as they were stated. */
  stated(sentence: string): readonly string[];
}

/** Between a title and what it is understood with. */
export const titleMark = ' \u2014 ';

/** Words: "no ibuprofen, naproxen, or aspirin" warns of all three, "with no pills, a warm bath can ease pain" of none. */
const closeBy = 5;
/** Names with so few words between them stand in one list: what guards the first guards the next. */
const listGap = 5;

/** Where one thought ends and the next may contradict it; "If yes: ..." is one thought. */
function clauseEndsOf(leads: readonly string[]): RegExp {
  const kept = leads.map((lead) => lead.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return new RegExp(kept === '' ? ';| but |:' : `;| but |(?<!${kept}):`, 'i');
}

export function adviceReader(never: Never, language: string): AdviceReader {
  const guards = never.guards[language] ?? { before: [], close: [], after: [], verbs: [], leads: [] };
  const once = memoOf(clauseEndsOf(guards.leads));
  const things = Object.entries(never.things).map(([id, thing]) => ({
    id,
    find: (thing.words[language] ?? []).map(finderOf),
  }));
  const matching = (patterns: readonly string[] | undefined) =>
    (patterns ?? []).map((pattern) => patternFinder(new RegExp(pattern, 'giu')));
  const phrases = never.phrases.map((phrase) => ({
    find: matching(phrase.patterns[language]),
    evenWarned: phrase.even_warned,
  }));
  const stated = Object.entries(never.stated).map(([id, { patterns }]) => ({
    id,
    find: matching(patterns[language]),
  }));
  const unguarded = (clauses: readonly Clause[], find: readonly WordFinder[]) =>
    clauses.some((clause) => hasUnguarded(clause, find, guards));
  const advised = (clauses: readonly Clause[]) =>
    things.filter(({ find }) => unguarded(clauses, find)).map(({ id }) => id);
  return {
    advised: once(advised),
    advisedByName: once((clauses) =>
      advised(clauses.filter(({ text }) => guards.verbs.some((verb) => mentions(text, verb)))),
    ),
    phrases: once((clauses, sentence) =>
      phrases.flatMap(({ find, evenWarned }, i) => {
        const held = evenWarned
          ? find.some((each) => each(sentence, sentence.toLowerCase()).length > 0)
          : unguarded(clauses, find);
        return held ? [i] : [];
      }),
    ),
    stated: once((clauses) => stated.filter(({ find }) => unguarded(clauses, find)).map(({ id }) => id)),
  };
}

interface Clause {
  readonly text: string;
  readonly lower: string;
}

/** Each mention is looked at: a warning at the first says nothing of the second, unless both stand in one list. */
function hasUnguarded(
  { text, lower }: Clause,
  find: readonly WordFinder[],
  guards: Never['guards'][string],
): boolean {
  const places = find.flatMap((each) => each(text, lower)).sort((a, b) => a.at - b.at || b.end - a.end);
  const named = new Set<string>();
  let from = 0;
  let last: number | undefined;
  for (const { at, end } of places) {
    if (last !== undefined && at < last) continue;
    const name = lower.slice(at, end);
    const between = text.slice(last ?? 0, at).trim();
    // Behind a title the text begins anew; the title itself is understood with it.
    if (between.includes(titleMark.trim())) named.clear();
    // A name that comes a second time opens a new thought: no list says a thing twice.
    const listed = last !== undefined && !named.has(name) && between.split(/\s+/).length <= listGap;
    if (last !== undefined && !listed) from = last;
    if (!listed && !guarded(text.slice(from, at), text.slice(at), guards)) return true;
    named.add(name);
    last = end;
  }
  return false;
}

function guarded(before: string, after: string, guards: Never['guards'][string]): boolean {
  const close = before.trim().split(/\s+/).slice(-closeBy).join(' ');
  return (
    guards.before.some((guard) => mentions(before, guard)) ||
    guards.close.some((guard) => mentions(close, guard)) ||
    // "Take ibuprofen, it can make you sleepy" is advice, whatever comes behind.
    (!guards.verbs.some((verb) => mentions(before, verb)) &&
      guards.after.some((guard) => mentions(after, guard)))
  );
}

function patternFinder(pattern: RegExp): WordFinder {
  return (text) =>
    [...text.matchAll(pattern)].map((match) => ({ at: match.index, end: match.index + match[0].length }));
}

/** Thousands of pages share a few hundred sentences. */
function memoOf(clauseEnds: RegExp) {
  return <T>(read: (clauses: readonly Clause[], sentence: string) => T): ((sentence: string) => T) => {
    const known = new Map<string, T>();
    return (sentence) => {
      const seen = known.get(sentence);
      if (seen !== undefined) return seen;
      const clauses = sentence.split(clauseEnds).map((text) => ({ text, lower: text.toLowerCase() }));
      const made = read(clauses, sentence);
      known.set(sentence, made);
      return made;
    };
  };
}
