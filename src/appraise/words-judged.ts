/** The words of the sheets, as read -> judgements on plain words, voice, numbers and sums. */

import { printedTexts } from '../domain/printed-texts.ts';
import {
  agree,
  ask,
  byFindings,
  disagree,
  doesNotApply,
  findingsOf,
  type Judge,
  type Judgement,
  listed,
} from './judgement.ts';
import type { AppraisedSheet } from './material.ts';

/** A language for which no grade can be worked out leaves more to a person. */
export const plainWords: Judge = (material) => {
  const found = byFindings(
    material,
    ['reading-grade', 'smog', 'jargon'],
    'easy enough by grade, and no hard word that has a plain one',
  );
  if (found.kind !== 'decided' || found.answer === 'disagree') return found;
  const graded = material.sheets.every(
    ({ report: { scores } }) => scores.fleschKincaid !== undefined || scores.inflesz !== undefined,
  );
  return graded ? found : ask('no grade can be worked out in this language; no hard word was found');
};

export const explainedTerms: Judge = (material) =>
  byFindings(
    material,
    ['unexplained-term'],
    'every health word on the list is explained where it first stands',
  );

export const ownWords: Judge = (material) =>
  byFindings(
    material,
    ['jargon', 'unexplained-term'],
    'no hard word that has a plain one, and no health word or short form unexplained',
  );

export const activeVoice: Judge = (material) => {
  const found = findingsOf(material, ['passive-voice']);
  return ask(found.length === 0 ? 'no passive sentence was found' : `perhaps passive: ${listed(found)}`);
};

/** Strict: the main message and what to do today. */
export const activeCalls: Judge = (material) =>
  byFindings(
    material,
    ['passive-voice'],
    'no passive sentence in the key points or in what to do today',
    ({ part }, { handout }) =>
      part === 'key points' || handout.today.blocks.some(({ id }) => part === `block ${id}`),
  );

export const clearNumbers: Judge = (material) => {
  const numbers = numbersOn(material.sheets);
  if (numbers.length === 0) return doesNotApply('no numbers');
  const found = findingsOf(material, ['hard-number']);
  return ask(found.length === 0 ? toldNumbers(numbers) : `perhaps unclear: ${listed(found)}`);
};

export const neededNumbers: Judge = (material) => {
  const numbers = numbersOn(material.sheets);
  return numbers.length === 0 ? doesNotApply('no numbers') : ask(toldNumbers(numbers));
};

export const noSums: Judge = (material) => {
  const found = findingsOf(material, ['sums']);
  return ask(found.length === 0 ? 'no sum was found' : `perhaps a sum: ${listed(found)}`);
};

/** How to work a sum out matters only where there is one. */
export const explainedSums: Judge = (_, answered) => {
  const noSum = answered('pemat-7');
  if (noSum === undefined) return { kind: 'waits', item: 'pemat-7' };
  return noSum === 'disagree' ? ask() : doesNotApply('the reader has nothing to work out (pemat-7)');
};

export const sameAsNoSums: Judge = (_, answered): Judgement => {
  const answer = answered('pemat-7');
  if (answer === undefined) return { kind: 'waits', item: 'pemat-7' };
  return answer === 'disagree' ? disagree('as answered in pemat-7') : agree('as answered in pemat-7');
};

export const spokenTo: Judge = (material) =>
  byFindings(material, ['third-person'], 'no sentence speaks of "the patient"');

/** `40%`, `1 in 10`, `4 de cada 5`. */
const chance = /\d\s?%|\b\d+ (?:in|of|out of|de|de cada|en) \d+\b/i;

export const chancesInWords: Judge = (material) =>
  textsOn(material.sheets).some((text) => chance.test(text))
    ? byFindings(material, ['hard-number'], 'each chance is also told in words')
    : doesNotApply('no chance is told in numbers');

const mostNumbers = 20;

function toldNumbers(numbers: readonly string[]): string {
  const more = numbers.length > mostNumbers ? ' ...' : '';
  return `numbers: ${numbers.slice(0, mostNumbers).join(', ')}${more}`;
}

function numbersOn(sheets: readonly AppraisedSheet[]): string[] {
  const all = textsOn(sheets).flatMap((text) => text.match(/\d+(?:[.,]\d+)?(?:\s?%)?/g) ?? []);
  return [...new Set(all)].sort((a, b) => Number.parseFloat(a) - Number.parseFloat(b));
}

function textsOn(sheets: readonly AppraisedSheet[]): string[] {
  return sheets.flatMap(({ handout }) =>
    printedTexts(handout)
      .filter(({ kind }) => kind !== 'own-words' && kind !== 'alt')
      .map(({ text }) => text),
  );
}
