/** Protects the strictest reading of two lists: a clinic's own file adds words, languages and care, and takes nothing from ours. */

import { describe, expect, it } from 'vitest';
import { mergedNever, type Never, neverSchema, ownNeverSchema } from '../../src/domain/never.ts';

const ours = neverSchema.parse({
  guards: { en: { before: ['do not'], verbs: ['take'] } },
  things: { heat: { words: { en: ['hot pack'] } } },
  pairs: [{ id: 'heat-numb', advise: ['heat'], with: { numb_skin: 'yes' }, why: 'burns' }],
  apart: [],
  phrases: [{ id: 'cure', patterns: { en: ['cures it'] }, why: 'untrue', instead: 'may ease it' }],
  duties: [{ id: 'no-pill', no_pill: true, words: { en: ['slow breaths'] }, why: 'ease' }],
  exactly_one: [],
  refuse: { codes: { I71: 'same-day' }, answers: { leg_signs: { both: 'emergency' } } },
  stated: { 'DEF-01': { patterns: { en: ['your own fault'] } } },
});
const merged = (own: object): Never => mergedNever([ours, ownNeverSchema.parse(own)]);

describe("a clinic's own list", () => {
  it('may be empty, or a copy of ours: nothing changes', () => {
    expect(merged({})).toEqual(ours);
    expect(merged(ours)).toEqual(ours);
  });

  it('adds a language to each entry of ours, by its id', () => {
    const both = merged({
      guards: { es: { before: ['no use'] } },
      things: { heat: { words: { es: ['compresa caliente'] } } },
      phrases: [{ id: 'cure', patterns: { es: ['lo cura'] }, why: 'falso', instead: 'alivia' }],
      duties: [{ id: 'no-pill', words: { es: ['respire lento'] }, why: 'alivio' }],
      stated: { 'DEF-01': { patterns: { es: ['es culpa suya'] } } },
    });
    const words = [both.guards, both.things['heat']?.words, both.phrases[0]?.patterns];
    for (const byLanguage of [...words, both.duties[0]?.words, both.stated['DEF-01']?.patterns])
      expect(Object.keys(byLanguage ?? {}).sort()).toEqual(['en', 'es']);
    expect([both.phrases.length, both.duties.length]).toEqual([1, 1]);
    expect(both.duties[0]).toMatchObject({ no_pill: true, words: { en: ['slow breaths'] } });
  });

  it('adds words to what ours forbids', () => {
    const both = merged({
      guards: { en: { before: ['perhaps'], verbs: ['swallow'] } },
      things: { heat: { resource: 'heat', words: { en: ['sauna'] } } },
      phrases: [{ id: 'cure', patterns: { en: ['heals it'] }, why: '', instead: '', even_warned: true }],
      stated: { 'DEF-01': { patterns: { en: ['you did it'] } } },
    });
    expect(both.guards['en']).toMatchObject({ before: ['do not'], verbs: ['take', 'swallow'] });
    expect(both.things['heat']).toEqual({ resource: 'heat', words: { en: ['hot pack', 'sauna'] } });
    expect(both.phrases).toMatchObject([{ even_warned: true, patterns: { en: ['cures it', 'heals it'] } }]);
    expect(both.stated['DEF-01']?.patterns['en']).toEqual(['your own fault', 'you did it']);
  });

  it('never makes a duty of ours easier: other words are one more duty', () => {
    const own = { id: 'no-pill', no_pill: true, words: { en: ['walk'] }, why: 'ours too' };
    const { duties } = merged({ duties: [own] });
    expect(duties).toMatchObject([
      { id: 'no-pill', words: { en: ['slow breaths'] } },
      { id: 'own-no-pill', words: { en: ['walk'] } },
    ]);
    const wider = merged({ duties: [{ id: 'no-pill', words: { en: ['slow breaths'] }, why: 'for all' }] });
    expect(wider.duties.map(({ no_pill }) => no_pill)).toEqual([true, false]);
  });

  it('raises the care of a code or an answer, and lowers none', () => {
    const both = merged({
      refuse: {
        codes: { I71: 'emergency', M54: 'soon' },
        answers: { leg_signs: { both: 'soon', one: 'same-day' }, severity: { severe: 'same-day' } },
      },
    });
    expect(both.refuse.codes).toEqual({ I71: 'emergency', M54: 'soon' });
    expect(both.refuse.answers).toEqual({
      leg_signs: { both: 'emergency', one: 'same-day' },
      severity: { severe: 'same-day' },
    });
    expect(merged({ refuse: { codes: { I71: 'soon' } } }).refuse.codes).toEqual({ I71: 'same-day' });
  });
});

it('what is fixed stays so: own words, names and fewer days come on top', () => {
  const first = neverSchema.parse({
    ...ours,
    fixed: {
      words: { en: { 'signs.E1': 'as fixed' } },
      questions: { en: { pregnancy: ['pregnant'] } },
      days: { S1: 14, S2: 7 },
    },
  });
  const own = ownNeverSchema.parse({
    fixed: {
      words: { en: { 'signs.E1': 'softened', 'signs.E2': 'ours too' } },
      questions: { en: { pregnancy: ['nursing'] } },
      days: { S1: 7, S2: 30 },
    },
  });
  expect(mergedNever([first, own]).fixed).toMatchObject({
    words: { en: { 'signs.E1': 'as fixed', 'signs.E2': 'ours too' } },
    questions: { en: { pregnancy: ['pregnant', 'nursing'] } },
    days: { S1: 7, S2: 7 },
  });
});
