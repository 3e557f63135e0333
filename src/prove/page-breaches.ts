/** One page as its reader gets it -> unsafe words on it, a second emergency number, or warning boxes that are not first. */

import type { PageText } from '../check/page-texts.ts';
import { type AdviceReader, titleMark } from '../domain/advised-things.ts';
import type { Content } from '../domain/content.ts';
import type { Handout } from '../domain/handout.ts';
import type { Never } from '../domain/never.ts';
import { sentencesIn } from '../domain/sentences.ts';
import type { Trace } from '../domain/trace.ts';
import { evaluate } from '../tailor/condition.ts';
import { otherNumbers } from './emergency-numbers.ts';

interface Found {
  readonly about: string;
  readonly message: string;
}

export function pageBreaches(
  page: readonly PageText[],
  { handout, trace }: { readonly handout: Handout; readonly trace: Trace },
  {
    content,
    never,
    language,
  }: { readonly content: Content; readonly never: Never; readonly language: string },
  reader: AdviceReader,
): Found[] {
  return [
    ...joined(page).flatMap((text) => unsafe(text, trace, never, language, reader)),
    ...page
      .filter(({ part, tag }) => part === 'made-for' && tag === 'li')
      .flatMap(({ text }) =>
        unsafe(text, trace, never, language, { ...reader, advised: reader.advisedByName }),
      ),
    ...numbers(page, content),
    ...boxes(page, handout, trace),
  ];
}

/** A heading is read together with what stands under it: "Warm packs: Ask us first." Tags tell of the patient, they advise nothing. */
function joined(page: readonly PageText[]): string[] {
  const read = page.filter(({ part }) => part !== 'made-for');
  return read.flatMap(({ tag, text }, i) => {
    const below = read[i + 1];
    const opens = heading.test(tag) && below !== undefined && !heading.test(below.tag);
    const above = read[i - 1];
    if (opens) return [];
    return [
      above !== undefined && heading.test(above.tag) && !heading.test(tag)
        ? `${above.text}${titleMark}${text}`
        : text,
    ];
  });
}

const heading = /^h[2-4]$/;

function unsafe(
  text: string,
  { facts }: Trace,
  never: Never,
  language: string,
  reader: AdviceReader,
): Found[] {
  return sentencesIn(text, language).flatMap((sentence) => {
    const advised = reader.advised(sentence);
    return [
      ...never.pairs
        .filter((pair) => pair.advise.some((thing) => advised.includes(thing)))
        .filter((pair) => pair.with === undefined || evaluate(pair.with, facts) !== 'no')
        .map((pair) => ({ about: pair.id, message: `The page says "${sentence}": ${pair.why}` })),
      ...reader.phrases(sentence).map((place) => ({
        about: never.phrases[place]?.id ?? 'phrase',
        message: `The page says "${sentence}": ${never.phrases[place]?.why ?? ''}`,
      })),
      ...reader.stated(sentence).map((claim) => ({
        about: claim,
        message: `The page says "${sentence}": an unsafe claim as it was stated`,
      })),
    ];
  });
}

function numbers(page: readonly PageText[], content: Content): Found[] {
  const right = content.clinic.emergency_number ?? content.locale.emergency_number;
  return page.flatMap(({ text }) =>
    otherNumbers(text, right).map((wrong) => ({
      about: wrong,
      message: `The page names the emergency number ${wrong} in "${text}"; the clinic's is ${right}`,
    })),
  );
}

/** Title, key points, then both boxes with all their signs, before anything else. */
function boxes(page: readonly PageText[], handout: Handout, trace: Trace): Found[] {
  const inBox = (box: 'emergency' | 'same-day') =>
    new Set(page.flatMap(({ sign, part }) => (part === box && sign !== undefined ? [sign] : [])));
  const missing = (ids: readonly string[], box: 'emergency' | 'same-day') =>
    ids
      .filter((id) => !inBox(box).has(id))
      .map((id) => ({ about: id, message: `The sign ${id} is not in the ${box} box of the page` }));
  const title = page.findIndex(({ tag }) => tag === 'h1');
  const lastSign = page.findLastIndex(({ part }) => part === 'same-day');
  const headings = page.slice(title + 1, lastSign).filter(({ tag }) => tag === 'h2');
  const allowed = [handout.labels.three_things, handout.labels.warning_signs];
  const early = headings.filter(({ text }) => !allowed.includes(text));
  return [
    ...missing(trace.signs.emergency, 'emergency'),
    ...missing(trace.signs.sameDay, 'same-day'),
    ...(title < 0 || lastSign < 0
      ? [{ about: 'boxes', message: 'The page has no title or no warning boxes' }]
      : []),
    ...early.map(({ text }) => ({ about: 'boxes', message: `"${text}" stands before the warning boxes` })),
  ];
}
