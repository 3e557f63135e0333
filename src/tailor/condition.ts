/** A condition and the facts -> yes, no or unknown, and the same in words. */

import { type Condition, type FactorTest, factorTests, isJoin, isNot } from '../domain/condition.ts';
import type { Facts } from '../domain/trace.ts';
import { allOf, anyOf, opposite, type Truth } from '../domain/truth.ts';

/** Values of a drug factor that mean that none was given. */
const noDrug = new Set(['none', 'no']);

/** Evaluates a condition; a factor that is missing from the facts is unknown. */
export function evaluate(condition: Condition, facts: Facts): Truth {
  if (isJoin(condition, 'all')) return allOf(condition.all.map((part) => evaluate(part, facts)));
  if (isJoin(condition, 'any')) return anyOf(condition.any.map((part) => evaluate(part, facts)));
  if (isNot(condition)) return opposite(evaluate(condition.not, facts));
  return allOf(factorTests(condition).map((test) => evaluateTest(test, facts)));
}

/** A test may name `unknown` itself: then not knowing is what it asks for. */
export function evaluateTest(test: FactorTest, facts: Facts): Truth {
  const value = facts[test.factor] ?? 'unknown';
  if (test.values.includes(value)) return 'yes';
  if (value === 'unknown') return test.values.every((wanted) => wanted === 'unknown') ? 'no' : 'unknown';
  // A drug's name counts as "yes, one was given".
  const given = test.values.includes('yes') && value !== 'no' && !noDrug.has(value);
  return given ? 'yes' : 'no';
}

/** The tests that make the condition what it is: those that hold when it holds, those not known when it is not known. */
export function decisiveTests(condition: Condition, facts: Facts): { test: FactorTest; value: string }[] {
  const truth = evaluate(condition, facts);
  return factorTests(condition)
    .filter((test) => evaluateTest(test, facts) === truth)
    .map((test) => ({ test, value: facts[test.factor] ?? 'unknown' }));
}

/** Every test of the condition with the value it meets. */
export function allTests(condition: Condition, facts: Facts): { test: FactorTest; value: string }[] {
  return factorTests(condition).map((test) => ({ test, value: facts[test.factor] ?? 'unknown' }));
}

/** `age = sixty or older, and not pregnancy = pregnant`: for the reason trail. */
export function conditionText(condition: Condition): string {
  if (isJoin(condition, 'all')) return condition.all.map(conditionText).join(' and ');
  if (isJoin(condition, 'any')) return `(${condition.any.map(conditionText).join(' or ')})`;
  if (isNot(condition)) return `not ${conditionText(condition.not)}`;
  return factorTests(condition)
    .map((test) => `${test.factor} = ${test.values.join('|')}`)
    .join(' and ');
}

/** `blood_thinner is yes`: the facts that decided, for the reason trail. */
export function factsText(condition: Condition, facts: Facts): string {
  const named = new Set(factorTests(condition).map((test) => test.factor));
  return [...named].map((factor) => `${factor} is ${facts[factor] ?? 'unknown'}`).join(', ');
}
