/** Protects a clinic's own rules from being passed over: a misspelled or unreadable file must not leave the shipped one in force. */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownUnitProblems } from '../../src/read/own-units.ts';

let own: string;
beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), 'own-'));
});
afterEach(() => rmSync(own, { recursive: true, force: true }));

describe("a clinic's own content folder", () => {
  it.each(['rulebook.yml', 'rulebok.yaml', 'Rulebook.json'])('tells that %s would not be used', (name) => {
    writeFileSync(join(own, name), 'version: 1');
    expect(ownUnitProblems(own)).toMatchObject([
      { code: 'unknown-unit', hint: expect.stringContaining('rulebook') },
    ]);
  });

  it('tells of a misspelled folder, a link that leads nowhere, and a file of another kind inside', () => {
    mkdirSync(join(own, 'topic'));
    mkdirSync(join(own, 'locales'));
    writeFileSync(join(own, 'locales', 'en-US.yml'), 'tag: en-US');
    symlinkSync(join(own, 'nowhere'), join(own, 'rulebook.yaml'));
    const codes = ownUnitProblems(own).map(({ code }) => code);
    expect(codes.sort()).toEqual(['unknown-unit', 'unknown-unit', 'unreadable-unit']);
  });

  it('lets letterheads, notes and hidden files stand', () => {
    for (const name of ['clinic.yaml', 'south.yaml', 'README.md', '.gitignore'])
      writeFileSync(join(own, name), 'x: 1');
    expect(ownUnitProblems(own)).toEqual([]);
  });
});
