/** Protects `handout roster-template`: bytes that a spreadsheet opens, and never a roster written over that was filled in. */

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';

const { run, file, folder } = commandLine();

describe('handout roster-template', () => {
  it('writes the same to standard output and to a file, which only its owner may read', async () => {
    const printed = await run(['roster-template']);
    expect(printed.code).toBe(0);
    expect(printed.out.subarray(0, 6).toString('latin1')).toBe('\u00ef\u00bb\u00bfid,');
    expect((await run(['roster-template', '--out', 'mine.csv'])).stdout).toBe('mine.csv\n');
    expect(readFileSync(join(folder, 'mine.csv')).equals(printed.out)).toBe(true);
    expect(statSync(join(folder, 'mine.csv')).mode & 0o777).toBe(0o600);
  });

  it('replaces no file', async () => {
    file('mine.csv', 'filled in');
    const { code, stderr } = await run(['roster-template', '--out', 'mine.csv']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is there already')]);
    expect(readFileSync(join(folder, 'mine.csv'), 'utf8')).toBe('filled in');
  });

  it('knows the languages of the content', async () => {
    const { code, stderr } = await run(['roster-template', '--lang', 'tlh']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Use one of: en')]);
  });
});
