/** Protects who writes `--topic back-muscle-spasm roster.csv`: the roster is no topic. */

import { expect, it } from 'vitest';
import { afterTopics } from '../../src/cli/after-topics.ts';

it.each([
  [['r.csv'], ['a', 'b'], ['a', 'b'], ['r.csv']],
  [[], ['a', 'r.csv'], ['a'], ['r.csv']],
  [[], ['a', 'b', 'r.csv', 'more'], ['a', 'b'], ['r.csv', 'more']],
  [[], ['a', '-'], ['a'], ['-']],
  [[], ['a', 'all'], ['a'], ['all']],
  [[], ['a'], ['a'], []],
])('%j after --topic %j', (named, topics, wantedTopics, wantedNamed) => {
  expect(afterTopics(named, topics)).toEqual({ topics: wantedTopics, named: wantedNamed });
});

it('nothing was named', () => {
  expect(afterTopics([], undefined)).toEqual({ topics: undefined, named: [] });
});
