/** The clinician's own words and the levels -> what in them disagrees with the sheet: drug names above `ok`, banned phrases. */

import { compareLevels } from '../domain/level.ts';
import type { Profile } from '../domain/profile.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { LevelDecision, Refusal, TailorWarning } from '../domain/trace.ts';
import { mentions } from '../domain/whole-word.ts';

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
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
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
