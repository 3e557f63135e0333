/** Protects what an approval covers: all that the text stands on is in some part, and nothing that is not. */

import { expect, it } from 'vitest';
import { canonicalText } from '../../src/domain/canonical-text.ts';
import { sharedParts, topicParts } from '../../src/domain/content-part.ts';
import { type Never, neverSchema } from '../../src/domain/never.ts';
import { shippedContent, spasmTopic } from '../support/shipped-content.ts';

const content = await shippedContent();
const topic = spasmTopic(content);
const parts = [...sharedParts(content, 'en'), ...topicParts(topic, content, 'en')];

it('each part has a name of its own', () => {
  const ids = parts.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

it('every block, sign, factor, resource, code, figure, label and pair is one', () => {
  const ids = new Set(parts.map(({ id }) => id));
  const { rulebook, never } = content;
  const wanted = [
    ...topic.blocks.flatMap(({ id, figures }) => [`block ${id}`, ...figures.map((each) => `figure ${each}`)]),
    ...Object.keys(rulebook.signs).map((id) => `sign ${id}`),
    ...Object.keys(rulebook.factors).map((id) => `factor ${id}`),
    ...Object.keys(rulebook.resources).map((id) => `resource ${id}`),
    ...Object.keys(rulebook.blocking_codes).map((id) => `blocking code ${id}`),
    ...Object.keys(content.words.get('en')?.labels ?? {}).map((id) => `label ${id}`),
    ...never.flatMap(({ pairs }) => pairs.map(({ id }) => `never pair ${id}`)),
    'banned phrases',
    'page title',
  ];
  expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  expect(parts.filter(({ text }) => text === '')).toEqual([]);
});

it('words of another language say nothing about this one', () => {
  const more = content.never.map((never) => ({
    ...never,
    guards: { ...never.guards, xx: never.guards['en'] },
  }));
  const then = { ...content, never: more as typeof content.never };
  expect(sharedParts(then, 'en')).toEqual(sharedParts(content, 'en'));
});

it('a change under any key of what no sheet may say is a change of some part', () => {
  const [first] = content.never;
  if (first === undefined) throw new Error('nothing says what no sheet may say');
  const unseen = Object.keys(neverSchema.shape).filter((key) => {
    const held = first[key as keyof Never];
    const more = Array.isArray(held)
      ? [...held, { id: 'zz', why: 'new' }]
      : { ...(held as object), en: { before: ['zz'] } };
    const changed = { ...content, never: [{ ...first, [key]: more } as Never] };
    return canonicalText(sharedParts(changed, 'en')) === canonicalText(sharedParts(content, 'en'));
  });
  expect(unseen).toEqual([]);
});

it('the order of keys makes no other text; a value, its kind or its place does', () => {
  expect(canonicalText({ a: 1, b: ['x', { c: 'y' }] })).toBe(canonicalText({ b: ['x', { c: 'y' }], a: 1 }));
  expect(canonicalText({ a: undefined, b: [], c: 1 })).toBe('c: 1');
  const values = ['1', 1, ['1'], { a: '1' }, [['1']], '- "1"', ['a', 'b'], ['b', 'a'], 'a\nb', true, 'true'];
  expect(new Set(values.map(canonicalText)).size).toBe(values.length);
});
