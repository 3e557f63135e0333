/** Protects people's answers about a text: they fall due when a printed word changes, and at no other time. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { textHash } from '../../src/app/text-hash.ts';
import { readContent } from '../../src/read/read-content.ts';
import { type ContentCopy, copyContent } from '../support/content-copy.ts';
import { shippedContent, spasmTopic } from '../support/shipped-content.ts';

let shipped: string;
const copies: ContentCopy[] = [];
beforeAll(async () => {
  const content = await shippedContent();
  shipped = textHash(content, spasmTopic(content), 'en');
});
afterAll(() => {
  for (const copy of copies) copy.remove();
});

async function hashAfter(name: string, from: string | RegExp, to: string): Promise<string> {
  const copy = copyContent();
  copies.push(copy);
  copy.change(name, from, to);
  const read = await readContent({ shipped: copy.folder });
  if (!read.ok) throw new Error(read.diagnostics.map(({ message }) => message).join('\n'));
  return textHash(read.value.content, spasmTopic(read.value.content), 'en');
}

it.each<[string, string, string | RegExp, string]>([
  ['a key point', 'topics/back-muscle-spasm/en.yaml', 'They are rare.', 'They are not common.'],
  ['a warning sign', 'shared/en.yaml', 'You cannot pee', 'You can not pee at all'],
  ['a label of the page', 'shared/en.yaml', 'Three things to know', 'Know this'],
  ['a reason', 'shared/en.yaml', 'you have weak bones', 'your bones are weak'],
])('%s', async (_, name, from, to) => {
  const hash = await hashAfter(name, from, to);
  expect(hash).toMatch(/^[0-9a-f]{16}$/);
  expect(hash).not.toBe(shipped);
});

it.each<[string, string, string | RegExp, string]>([
  ['a question for staff', 'shared/en.yaml', 'How old is the patient?', 'What age is the patient?'],
  ['a note of the authors', 'topics/back-muscle-spasm/topic.yaml', /audience: .*/, 'audience: Everyone'],
  ['the clinic’s phone', 'clinic.yaml', '555-0142', '555-0143'],
])('but not %s', async (_, name, from, to) => {
  expect(await hashAfter(name, from, to)).toBe(shipped);
});

it('a plan that names a block which is not there is told at its line', async () => {
  const copy = copyContent();
  copies.push(copy);
  const topic = 'topics/back-muscle-spasm/topic.yaml';
  copy.change(topic, '[key.better, key.move]', '[key.beter, key.move]');
  const read = await readContent({ shipped: copy.folder });
  expect(read.ok).toBe(false);
  expect(read.diagnostics).toMatchObject([
    { code: 'unknown-block', hint: 'Did you mean `key.better`?', file: copy.path(topic) },
  ]);
});
