/** Protects older sheets from being forgotten: a row that is wrong still tells its id, where it can be read. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Rulebook } from '../../../src/domain/rulebook.ts';
import { readRoster } from '../../../src/read/roster/read-roster.ts';
import { shippedContent } from '../../support/shipped-content.ts';

let rulebook: Rulebook;
const folder = mkdtempSync(join(tmpdir(), 'handout-wrong-'));
beforeAll(async () => {
  rulebook = (await shippedContent()).rulebook;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function wrongIds(name: string, text?: string): Promise<(string | undefined)[]> {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  const read = await readRoster(path, rulebook);
  const found: (string | undefined)[] = [];
  if (read.ok) for await (const entry of read.value) if (!entry.ok) found.push(entry.id);
  return found;
}

it('in CSV, where it can be read', async () => {
  const rows = ['id,topics,birth_date', ' a ,back-muscle-spasm,1/2/80', 'a,back-muscle-spasm,', ',x,1/2/80'];
  expect(await wrongIds('r.csv', rows.join('\n'))).toEqual(['a', 'a', undefined]);
});

it('in JSON Lines', async () => {
  const rows = ['{"id":7,"topic":["x"]}', '{"id":"b","topics":[', '{"id":"c\\u0000","topics":["x"]}'];
  expect(await wrongIds('r.jsonl', rows.join('\n'))).toEqual(['7', undefined, undefined]);
});

it('of a folder from the names of the files, also where nothing can be read', async () => {
  mkdirSync(join(folder, 'all'));
  writeFileSync(join(folder, 'all', 'd.yaml'), 'topics: [');
  writeFileSync(join(folder, 'all', 'e.yaml'), 'topic: x');
  writeFileSync(join(folder, 'all', 'f.json'), Buffer.from([0xff, 0xfe, 0x00]));
  expect(await wrongIds('all')).toEqual(['d', 'e', 'f']);
});
