/** Protects what people answered about a text: stored with their name, shown in the table, and asked again once the text is another. */

import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Verdict } from '../../src/domain/appraisal.ts';
import { commandLine } from '../support/command-line.ts';
import { contentFolder } from '../support/shipped-content.ts';

const { folder, run, file } = commandLine();
const topic = 'back-muscle-spasm';
const stored = join('own', 'appraisals', `${topic}.en.yaml`);
const asJo = ['appraise', topic, '--lang', 'en', '--by', 'Jo Author', '--content', 'own'];

function ownFolder(): void {
  mkdirSync(join(folder, 'own'));
}

it('answers from a file are kept in the clinic’s own folder, shown, and fall due when the text changes', async () => {
  ownFolder();
  const answers = file(
    'answers.yaml',
    `answers:
  - {item: pemat-2, answer: disagree, note: The jokes lead away}
  - {item: cci-12, answer: disagree}
`,
  );
  const ran = await run([...asJo, '--answers', answers]);
  expect(ran).toMatchObject({ code: 0, stdout: `${stored}\n` });
  expect(ran.stderr).toMatch(/answers\.yaml:3:5: warning: Nobody is asked cci-12/);
  const text = readFileSync(join(folder, stored), 'utf8');
  expect(text).toContain('by: Jo Author');
  expect(text).not.toContain('cci-12');

  const { stdout } = await run(['check', '--text', '--content', 'own']);
  expect(stdout).toMatch(/^nothing known, full +\d+/m);
  expect(stdout).toMatch(/^pemat-2 +disagree .*The jokes lead away/m);
  expect(stdout).toMatch(/^pemat-18 +ask a person .*nobody was asked/m);
  expect(stdout).toMatch(/understandability: \d+ % of the \d+ items decided so far .*\d+ items wait/);

  cpSync(join(contentFolder, 'topics', topic), join(folder, 'own', 'topics', topic), { recursive: true });
  const words = join(folder, 'own', 'topics', topic, 'en.yaml');
  writeFileSync(words, readFileSync(words, 'utf8').replace('They are rare.', 'They are not common.'));
  const json = await run(['check', '--text', '--json', '--content', 'own']);
  const { texts } = JSON.parse(json.stdout) as { texts: { appraisal: { verdicts: Verdict[] } }[] };
  expect(texts[0]?.appraisal.verdicts.find(({ item }) => item === 'pemat-2')?.state).toMatchObject({
    kind: 'open',
    why: expect.stringMatching(/^asked again: the text changed since \d{4}-/),
  });
});

it('on the terminal: one question after the other, an answer or a skip each, until the input ends', async () => {
  ownFolder();
  const ran = await run(asJo, 'perhaps\nagree\ns\nd\n');
  expect(ran).toMatchObject({ code: 0, stdout: `${stored}\n` });
  expect(ran.stderr).toContain('A reader sees at once what the sheet is for.');
  expect(ran.stderr).toContain('Please answer with a, d, n or s.');
  const text = readFileSync(join(folder, stored), 'utf8');
  expect(text.match(/item: .*\n.*answer: .*/g)).toHaveLength(2);
  expect(text).toMatch(/item: pemat-1\n +answer: agree/);

  // Whoever stops at once leaves everything as it was.
  const stopped = await run(asJo, '');
  expect(stopped).toMatchObject({ code: 0, stdout: '' });
  expect(readFileSync(join(folder, stored), 'utf8')).toBe(text);
});

it.each<[string, string, RegExp]>([
  [
    'an item that is not there',
    'answers: [{item: pemat-13, answer: agree}]',
    /answers\.yaml:1:18: error.*pemat-13/,
  ],
  ['an answer that is none', 'answers: [{item: pemat-2, answer: maybe}]', /answers\.yaml:1:35: error/],
  [
    'two answers to one item',
    'answers: [{item: pemat-2, answer: agree}, {item: pemat-2, answer: disagree}]',
    /pemat-2 is answered twice/,
  ],
])('%s is refused, and nothing is written', async (_, text, told) => {
  ownFolder();
  const ran = await run([...asJo, '--answers', file('answers.yaml', text)]);
  expect(ran).toMatchObject({ code: 3, stdout: '' });
  expect(ran.stderr).toMatch(told);
  expect(existsSync(join(folder, stored))).toBe(false);
});

it('a topic or a language that is not there is told', async () => {
  const wrong = await run(['appraise', 'back-spasm', '--lang', 'en', '--by', 'Jo']);
  expect(wrong).toMatchObject({ code: 3, stdout: '' });
  expect(wrong.stderr).toContain('There is no topic `back-spasm`');
  const language = await run(['appraise', topic, '--lang', 'fr', '--by', 'Jo']);
  expect(language.stderr).toContain('not written in `fr`');
  expect((await run(['appraise', topic, '--lang', 'en', '--by', ' '])).code).toBe(2);
});
