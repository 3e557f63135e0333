/** Protects a decision from an update: what is written into the program's own folder is said to be there, loudly. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

/** A program of the test's own: its content may be written to. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'handout-program-'));
for (const part of ['dist', 'content', 'templates', 'examples', 'package.json'])
  cpSync(join(root, part), join(home, part), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const topic = 'back-muscle-spasm';
writeFileSync(join(home, 'answers.yaml'), 'answers:\n  - {item: pemat-2, answer: agree}\n');
const appraise = ['appraise', topic, '--lang', 'en', '--by', 'Jo Author', '--answers', 'answers.yaml'];
const withdraw = ['withdraw', topic, '--reason', 'Wrong dose'];

function run(args: readonly string[]) {
  const done = spawnSync(process.execPath, [join(home, 'dist', 'bin.js'), ...args], {
    cwd: home,
    encoding: 'utf8',
  });
  expect(done.status).toBe(0);
  return done;
}

it.each([
  ['appraise', appraise],
  ['approve', ['approve', topic, '--lang', 'en', '--by', 'Dr Sample']],
  ['withdraw', withdraw],
])('%s says so, and does it', (_, args) => {
  const { stdout, stderr } = run(args);
  expect(stderr).toContain("WARNING: written into the program's own folder, which an update replaces");
  expect(stdout.trim()).toContain(join(home, 'content'));
});

it('in a folder of the clinic there is nothing to warn of', () => {
  const own = join(home, 'own');
  mkdirSync(own);
  expect(run([...withdraw, '--content', own]).stderr).not.toContain('WARNING');
});
