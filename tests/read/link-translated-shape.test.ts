/** Protects what a hash can't see: a translation that lost a line, a condition, words for a case or a number to call. */

import { describe, expect, it } from 'vitest';
import { lostBetween } from '../../src/read/link-translated-shape.ts';

const sign = {
  lines: ['You cannot pee', 'Call {emergency_number}'],
  raised: ['You cannot pee at all'],
  variants: [{ when: { pregnancy: 'pregnant' }, lines: ['Call your maternity unit'] }],
};
const spanish = {
  lines: ['No puede orinar', 'Llame al {emergency_number}'],
  raised: ['No puede orinar nada'],
  variants: [{ when: { pregnancy: 'pregnant' }, lines: ['Llame a su maternidad'] }],
};
const lost = (change: object) =>
  lostBetween(sign, { ...spanish, ...change }, ['signs', 'E1']).map(({ message }) => message);

describe('a translated entry', () => {
  it('may differ in its words, and in the order of its keys', () => {
    expect(lost({})).toEqual([]);
    expect(lostBetween(sign, Object.fromEntries(Object.entries(spanish).reverse()), [])).toEqual([]);
  });

  it.each([
    [
      'a line',
      { lines: ['Llame al {emergency_number}'] },
      '`signs.E1.lines` has 1 lines here, 2 in the source',
    ],
    ['the words of a case', { raised: undefined }, '`signs.E1.raised` is lost'],
    ['a variant', { variants: [] }, '`signs.E1.variants` has 0 lines here, 1 in the source'],
    [
      'a condition',
      { variants: [{ ...spanish.variants[0], when: { pregnancy: 'no' } }] },
      '`signs.E1.variants.0.when` is another condition than in the source',
    ],
    [
      'the number to call',
      { lines: ['No puede orinar', 'Llame a urgencias'] },
      '`signs.E1` has lost `{emergency_number}`',
    ],
  ])('may not lose %s', (_, change, message) => {
    expect(lost(change)).toEqual([message]);
  });

  it('may not add what the source does not say', () => {
    expect(lost({ condition: 'Si toma un anticoagulante:' })).toEqual([
      'The source has no `signs.E1.condition`',
    ]);
  });

  it('may write out the terms of a country that is not its own', () => {
    expect(lostBetween('Go to the {emergency_room}', 'Vaya a urgencias', ['labels', 'x'])).toEqual([]);
  });

  it('keeps a list a list', () => {
    expect(lostBetween({ text: ['a', 'b'] }, { text: 'a b' }, ['blocks', 'heat.ok'])).toMatchObject([
      { path: ['blocks', 'heat.ok', 'text'] },
    ]);
  });
});
