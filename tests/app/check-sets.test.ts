/** Protects the check: a set that names what is not there is told with its line, before anybody makes the batch. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkAll } from '../../src/app/check.ts';
import { checkSets } from '../../src/app/check-sets.ts';
import type { Content } from '../../src/domain/content.ts';
import { readSettings } from '../../src/settings.ts';
import { told } from '../support/content-copy.ts';
import { contentFolder, shippedContent } from '../support/shipped-content.ts';

let own: string;
let content: Content;
beforeAll(async () => {
  own = mkdtempSync(join(tmpdir(), 'handout-sets-'));
  mkdirSync(join(own, 'sets'));
  content = await shippedContent();
});
afterAll(() => rmSync(own, { recursive: true, force: true }));
const write = (name: string, text: string) => {
  const path = join(own, 'sets', name);
  writeFileSync(path, text);
  return path;
};
const check = () => checkSets({ shipped: contentFolder, own }, content);

it('passes the shipped sets', async () => {
  expect(await checkSets({ shipped: contentFolder }, content)).toEqual({ looked: '1 set', diagnostics: [] });
});

it('tells each wrong name and key of each set with its place', async () => {
  const wrong = write(
    'wrong.yaml',
    "title: A\ntopics:\n  - '*'\n  - back-muscle-spasms\nlanguages: [en, xx]\n",
  );
  const key = write('key.yaml', "title: A\ntopics: ['*']\npaper: [A4]\n");
  const { looked, diagnostics } = await check();
  expect(looked).toBe('3 sets');
  expect(told(diagnostics, wrong)).toEqual(['4:5 unknown-topic', '5:17 unknown-language']);
  expect(told(diagnostics, key)).toEqual(['3:1 unknown-key']);
});

it('is a part of `handout check`, whatever else is wrong', async () => {
  write('wrong.yaml', 'title: A\ntopics: [nowhere]\n');
  // With an error in the content, the check has no reason to prove it.
  mkdirSync(join(own, 'topics', 'broken'), { recursive: true });
  writeFileSync(join(own, 'topics', 'broken', 'topic.yaml'), 'nothing: right\n');
  const results = await checkAll(readSettings({ content: own }, {}));
  expect(results.find(({ name }) => name === 'sets')?.diagnostics).not.toEqual([]);
});
