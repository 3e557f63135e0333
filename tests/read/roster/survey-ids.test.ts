/** Protects patients whose id stands twice: it is known before the first of the two rows is made, in every kind of roster. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Rulebook } from '../../../src/domain/rulebook.ts';
import { surveyIds } from '../../../src/read/roster/survey-ids.ts';
import { TwiceIds } from '../../../src/read/roster/twice-ids.ts';
import { shippedContent } from '../../support/shipped-content.ts';
import { rosters } from './support/rosters.ts';

let rulebook: Rulebook;
beforeAll(async () => {
  rulebook = (await shippedContent()).rulebook;
});
const { folder, from } = rosters(() => rulebook);

async function surveyed(name: string, text?: string) {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  const twice = new TwiceIds();
  const rows = await surveyIds(path, rulebook, twice);
  const { entries } = await from(path, { twice });
  const jobs = entries.map((entry) => (entry.ok ? entry.job.id : entry.diagnostics[0]?.code));
  return { rows, jobs };
}
const two = ['id-twice', 'b', 'id-twice'];

it('in CSV, whatever else is wrong with the rows; blank rows are none', async () => {
  const text = 'sep=;\nid;topics;notes\n a ;x;"one\n\ntwo"\n\nb;x;\n;;\na;y;z\n';
  expect(await surveyed('r.csv', text)).toEqual({ rows: 3, jobs: two });
  const wrong = 'id,topics,birth_date\na,x,1/2/80\na,x,\n';
  expect((await surveyed('w.csv', wrong)).jobs).toEqual(['bad-date', 'id-twice']);
});

it('in JSON Lines, JSON and YAML', async () => {
  const row = (id: string | number) => JSON.stringify({ id, topics: ['x'] });
  const lines = `${row(7)}\n${row('b')}\n\n${row('7')}\n`;
  expect(await surveyed('r.jsonl', lines)).toEqual({ rows: 3, jobs: two });
  // On one line too.
  expect(await surveyed('r.json', `[${row('a')},${row('b')},${row('a')}]`)).toEqual({ rows: 3, jobs: two });
  const list = '- id: a\n  topics: [x]\n- {id: b, topics: [x]}\n- topics: [x]\n  id: a\n';
  expect(await surveyed('r.yaml', list)).toEqual({ rows: 3, jobs: two });
});

it('in a folder, where a profile may have another id than its name', async () => {
  mkdirSync(join(folder, 'all'));
  writeFileSync(join(folder, 'all', 'a.yaml'), 'topics: [x]\n');
  writeFileSync(join(folder, 'all', 'b.yaml'), 'topics: [x]\n');
  writeFileSync(join(folder, 'all', 'c.yaml'), 'id: a\ntopics: [x]\n');
  expect(await surveyed('all')).toEqual({ rows: 3, jobs: two });
});

it('not in what can be read but once', async () => {
  expect(await surveyIds('-', rulebook, new TwiceIds())).toBeUndefined();
  expect(await surveyIds(join(folder, 'none.csv'), rulebook, new TwiceIds())).toBeUndefined();
});
