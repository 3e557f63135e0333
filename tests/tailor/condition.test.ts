/** Protects three-valued logic: what is not known is neither yes nor no, through any, all and not. */

import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/domain/condition.ts';
import type { Truth } from '../../src/domain/truth.ts';
import { conditionText, decisiveTests, evaluate, factsText } from '../../src/tailor/condition.ts';

/** A factor whose value is its own truth: `a: yes`. */
const fact = (name: string): Condition => ({ [name]: 'yes' });

const both: readonly [Truth, Truth, Truth, Truth][] = [
  // a, b, all, any
  ['yes', 'yes', 'yes', 'yes'],
  ['yes', 'no', 'no', 'yes'],
  ['yes', 'unknown', 'unknown', 'yes'],
  ['no', 'yes', 'no', 'yes'],
  ['no', 'no', 'no', 'no'],
  ['no', 'unknown', 'no', 'unknown'],
  ['unknown', 'yes', 'unknown', 'yes'],
  ['unknown', 'no', 'no', 'unknown'],
  ['unknown', 'unknown', 'unknown', 'unknown'],
];

describe('evaluate', () => {
  it.each(both)('a is %s, b is %s: all is %s, any is %s', (a, b, all, any) => {
    expect(evaluate({ all: [fact('a'), fact('b')] }, { a, b })).toBe(all);
    expect(evaluate({ any: [fact('a'), fact('b')] }, { a, b })).toBe(any);
    // Several keys in one test mean all of them.
    expect(evaluate({ a: 'yes', b: 'yes' }, { a, b })).toBe(all);
  });

  it.each([
    ['yes', 'no'],
    ['no', 'yes'],
    ['unknown', 'unknown'],
  ])('not %s is %s', (a, opposite) => {
    expect(evaluate({ not: fact('a') }, { a })).toBe(opposite);
    expect(evaluate({ not: { not: fact('a') } }, { a })).toBe(a);
  });

  it('nests: not(any(a, all(b, not c)))', () => {
    const condition: Condition = { not: { any: [fact('a'), { all: [fact('b'), { not: fact('c') }] }] } };
    expect(evaluate(condition, { a: 'no', b: 'yes', c: 'yes' })).toBe('yes');
    expect(evaluate(condition, { a: 'no', b: 'yes', c: 'no' })).toBe('no');
    expect(evaluate(condition, { a: 'no', b: 'yes', c: 'unknown' })).toBe('unknown');
    expect(evaluate(condition, { a: 'no', b: 'no', c: 'unknown' })).toBe('yes');
    expect(evaluate(condition, { a: 'unknown', b: 'no', c: 'no' })).toBe('unknown');
  });

  it('a factor that is missing is unknown, not no', () => {
    expect(evaluate(fact('a'), {})).toBe('unknown');
    expect(evaluate({ not: fact('a') }, {})).toBe('unknown');
  });

  it('a list of values holds when one of them is the value', () => {
    const condition: Condition = { age: ['sixty', 'older'] };
    expect(evaluate(condition, { age: 'older' })).toBe('yes');
    expect(evaluate(condition, { age: 'adult' })).toBe('no');
    expect(evaluate(condition, { age: 'unknown' })).toBe('unknown');
  });

  it('a test may ask for `unknown` itself, and then always has an answer', () => {
    expect(evaluate({ relaxant: 'unknown' }, { relaxant: 'unknown' })).toBe('yes');
    expect(evaluate({ relaxant: 'unknown' }, {})).toBe('yes');
    expect(evaluate({ relaxant: 'unknown' }, { relaxant: 'none' })).toBe('no');
    expect(evaluate({ relaxant: 'unknown' }, { relaxant: 'baclofen' })).toBe('no');
    expect(evaluate({ relaxant: ['none', 'unknown'] }, { relaxant: 'unknown' })).toBe('yes');
    expect(evaluate({ not: { relaxant: 'unknown' } }, { relaxant: 'unknown' })).toBe('no');
  });

  it('the name of a drug counts as yes, `none` and `no` as no', () => {
    const given: Condition = { relaxant: 'yes' };
    expect(evaluate(given, { relaxant: 'baclofen' })).toBe('yes');
    expect(evaluate(given, { relaxant: 'a drug that nobody lists' })).toBe('yes');
    expect(evaluate(given, { relaxant: 'yes' })).toBe('yes');
    expect(evaluate(given, { relaxant: 'none' })).toBe('no');
    expect(evaluate(given, { relaxant: 'no' })).toBe('no');
    expect(evaluate(given, { relaxant: 'unknown' })).toBe('unknown');
  });

  it('a test for one drug is not met by another', () => {
    expect(evaluate({ relaxant: 'baclofen' }, { relaxant: 'baclofen' })).toBe('yes');
    expect(evaluate({ relaxant: 'baclofen' }, { relaxant: 'tizanidine' })).toBe('no');
    expect(evaluate({ relaxant: 'baclofen' }, { relaxant: 'unknown' })).toBe('unknown');
  });
});

describe('the reason of a condition', () => {
  const condition: Condition = { any: [{ a: 'yes' }, { b: ['x', 'z'] }] };

  it('names only the tests that made it so', () => {
    const named = (facts: Record<string, string>) =>
      decisiveTests(condition, facts).map(({ test, value }) => `${test.factor}=${value}`);
    expect(named({ a: 'yes', b: 'unknown' })).toEqual(['a=yes']);
    expect(named({ a: 'no', b: 'z' })).toEqual(['b=z']);
    expect(named({ a: 'unknown', b: 'y' })).toEqual(['a=unknown']);
    expect(named({})).toEqual(['a=unknown', 'b=unknown']);
  });

  it('is put in words', () => {
    expect(conditionText({ all: [condition, { not: { c: 'yes' } }] })).toBe(
      '(a = yes or b = x|z) and not c = yes',
    );
    expect(factsText({ all: [condition, { not: { a: 'yes' } }] }, { a: 'no' })).toBe('a is no, b is unknown');
  });
});
