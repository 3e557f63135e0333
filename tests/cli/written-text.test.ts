/** Protects records and pages: a name or a reason from the command line is one line of printable text. */

import { expect, it } from 'vitest';
import { BadUsage } from '../../src/cli/bad-usage.ts';
import { writtenText } from '../../src/cli/written-text.ts';
import { commandLine } from '../support/command-line.ts';

const { run, made } = commandLine();
const topic = 'back-muscle-spasm';

it('is taken without the spaces around it; nothing is nothing', () => {
  expect(writtenText('--by', ' Dr Sámple-O’Hara ')).toBe('Dr Sámple-O’Hara');
  expect([writtenText('--by', '  '), writtenText('--by', undefined)]).toEqual([undefined, undefined]);
});

it.each(['a\nb', 'a\u0007b', 'a\u009bb', 'a\u2028b', 'a\u202eb'])(
  'is refused with a control character in it: %j',
  (text) => {
    expect(() => writtenText('--reason', text)).toThrow(BadUsage);
  },
);

it('is refused by every command that writes one down', async () => {
  const bad = 'Dr\u001b[2JSample';
  const all = [
    ['approve', topic, '--lang', 'en', '--by', bad],
    ['withdraw', topic, '--reason', bad],
    ['withdraw', topic, '--reason', 'Wrong', '--by', bad],
    ['appraise', topic, '--lang', 'en', '--by', bad],
    ['make', '-', '--override-review', bad, '--reason', 'Waits'],
    ['make', '-', '--override-review', 'Dr Sample', '--reason', bad],
  ];
  for (const args of all) {
    const ran = await run(args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).not.toContain('\u001b');
  }
  expect(made()).toEqual([]);
});
