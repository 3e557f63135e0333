/** The clinician's own words and the levels -> what in them disagrees with the sheet: drug names above `ok`, banned phrases. */

import { type AdviceReader, adviceReader } from '../domain/advised-things.ts';
import { compareLevels } from '../domain/level.ts';
import { mergedNever, type Never } from '../domain/never.ts';
import type { Profile } from '../domain/profile.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import { sentencesIn } from '../domain/sentences.ts';
import type { Facts, LevelDecision, Refusal, TailorWarning } from '../domain/trace.ts';
import { mentions } from '../domain/whole-word.ts';
import { evaluate } from './condition.ts';

const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/** Findings name words of the rulebook, never words of the note. */
export function scanWords(
  written: string,
  where: string,
  rulebook: Rulebook,
  levels: ReadonlyMap<string, LevelDecision>,
  /** Drugs that this patient was given: a note may name them. */
  given: ReadonlySet<string> = new Set(),
): TailorWarning[] {
  // A line break or a typographic apostrophe must not hide a phrase.
  // Nor may a character that nobody sees.
  const text = written
    .replace(unseen, '')
    .replace(/\s+/g, ' ')
    .replace(/[\u2018\u2019]/g, "'");
  const drugs = Object.entries(rulebook.resources).flatMap(([resource, rule]) => {
    const level = levels.get(resource)?.level ?? rule.starts;
    if (compareLevels(level, 'ok') <= 0) return [];
    const named = rule.words.filter((word) => !given.has(word) && mentions(text, word));
    return named.map((word) => `${where} names "${word}", but ${resource} is ${level} for this patient`);
  });
  const banned = rulebook.banned_phrases
    .filter((phrase) => new RegExp(phrase.pattern, 'iu').test(text))
    .map((phrase) => `${where} holds words that no sheet may print: ${phrase.why}; say "${phrase.instead}"`);
  return [...drugs, ...banned].map((message) => ({ code: 'notes-conflict', message }));
}

const readers = new WeakMap<readonly Never[], Map<string, { never: Never; reader: AdviceReader }>>();

/** Made once for all notes of a run: it holds hundreds of words. */
function readerOf(files: readonly Never[], language: string): { never: Never; reader: AdviceReader } {
  const known = readers.get(files) ?? new Map<string, { never: Never; reader: AdviceReader }>();
  readers.set(files, known);
  const seen = known.get(language);
  if (seen !== undefined) return seen;
  const never = mergedNever(files);
  const made = { never, reader: adviceReader(never, language) };
  known.set(language, made);
  return made;
}

/** The same list that holds for the sheets themselves holds for words added by hand; findings name the list, never the note. */
export function scanAdvice(
  written: string,
  where: string,
  files: readonly Never[],
  language: string,
  facts: Facts,
  /** Drugs that this patient was given: a note may name them. */
  given: ReadonlySet<string>,
): TailorWarning[] {
  if (written.trim() === '') return [];
  const { never, reader } = readerOf(files, language);
  const sentences = written.split(/\r?\n/).flatMap((line) => sentencesIn(line.replace(unseen, ''), language));
  const whys = sentences.flatMap((sentence) => {
    const wasGiven = (thing: string) =>
      (never.things[thing]?.words[language] ?? []).some((word) => given.has(word));
    const advised = reader.advised(sentence).filter((thing) => !wasGiven(thing));
    return [
      ...never.pairs
        .filter((pair) => pair.advise.some((thing) => advised.includes(thing)))
        .filter((pair) => pair.with === undefined || evaluate(pair.with, facts) !== 'no')
        .map(({ why }) => why),
      ...reader.phrases(sentence).flatMap((place) => never.phrases[place]?.why ?? []),
      ...reader.stated(sentence).map((claim) => `it is the unsafe claim ${claim}`),
    ];
  });
  return [...new Set(whys)].map((why) => ({
    code: 'notes-conflict',
    message: `${where} says what no sheet may say to this patient: ${why}`,
  }));
}

/** `clinician_says` may only stand under an ASK block: the clinician is the one whom the sheet tells the patient to ask. */
export function saysRefusal(
  profile: Profile,
  levels: ReadonlyMap<string, LevelDecision>,
  /** Resources with a line on this sheet. */
  printed: ReadonlySet<string>,
): Refusal | undefined {
  const lines = Object.keys(profile.clinicianSays).flatMap((resource) => {
    const level = levels.get(resource)?.level;
    if (level === 'ask' && printed.has(resource)) return [];
    if (level === 'ask') {
      return [`clinician_says.${resource}: this sheet has no line for it to stand under; use \`notes\`.`];
    }
    return [
      level === 'avoid'
        ? `clinician_says.${resource}: the level is avoid for this patient, so no words may go under it.`
        : `clinician_says.${resource}: the level is ok, so there is no "ask us" line for these words; use \`notes\`.`,
    ];
  });
  if (lines.length === 0) return undefined;
  return { code: 'unsafe-words', care: 'review', lines: [...lines, 'No handout was printed.'] };
}
