/** Protects the last gate: content that the proof refuses is told with the smallest profile, and never reaches paper. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ContentCopy, copyContent } from '../support/content-copy.ts';
import { exampleFolder, runHandout } from '../support/run-handout.ts';

let copy: ContentCopy;
let cwd: string;
beforeEach(() => {
  copy = copyContent();
  cwd = mkdtempSync(join(tmpdir(), 'handout-safety-'));
});
afterEach(() => {
  copy.remove();
  rmSync(cwd, { recursive: true, force: true });
});

const env = () => ({ XDG_CACHE_HOME: cwd, HANDOUT_CONTENT: copy.folder });
const make = () =>
  runHandout(['make', join(exampleFolder, 'warfarin.yaml'), '--html', '--out', 'sheet.html'], {
    cwd,
    env: env(),
  });

describe('content with a weakened rule', () => {
  beforeEach(() => {
    // Ours counts anyway.
    rmSync(copy.path('never.yaml'));
    copy.change(
      'rulebook.yaml',
      "      - {blood_thinner: 'yes'}\n      - {ulcer_or_bleed: 'yes'}",
      "      - {ulcer_or_bleed: 'yes'}",
    );
  });

  it('fails the check, with the smallest profile and what to do', async () => {
    const report = join(cwd, 'report.html');
    const ran = await runHandout(['check', '--safety', '--report', report], { cwd, env: env() });
    expect(ran.code).toBe(3);
    expect(ran.stdout).toMatch(/BROKEN never-pairs: nsaid-tablet-blood-thinner/);
    expect(ran.stdout).toMatch(/smallest profile: blood_thinner: (yes|unknown)\n/);
    expect(ran.stdout).toMatch(/hint: Raise `resources\.nsaid_oral` in rulebook\.yaml/);
    const page = readFileSync(report, 'utf8');
    expect(page).toContain('This content must not be used.');
    expect(page).toMatch(/nsaid_oral stands too low/);
  });

  it('makes no handout', async () => {
    const ran = await make();
    expect(ran.code).toBe(3);
    expect(ran.stderr).toMatch(/unsafe-content/);
    expect(ran.stderr).toMatch(/check --safety/);
    expect(() => readFileSync(join(cwd, 'sheet.html'))).toThrow();
  });
});

describe('content with unsafe words', () => {
  it('makes no handout, and says which words', async () => {
    copy.change(
      'shared/en.yaml',
      'short walks, slow breaths, and changing position can ease pain',
      'a warm bath can ease pain',
    );
    const ran = await make();
    expect(ran.code).toBe(3);
    expect(ran.stderr).toMatch(/warm bath/);
  });

  it("is refused by a clinic's own list too, and that list takes nothing away from ours", async () => {
    copy.write(
      'never.yaml',
      readFileSync(copy.path('never.yaml'), 'utf8').replace(
        /^pairs:\n[\s\S]*?\napart:/m,
        'pairs:\n  - {id: walks, advise: [walks], why: our patients fell}\napart:',
      ),
    );
    copy.change('never.yaml', /^things:\n/m, 'things:\n  walks: {words: {en: [short walks]}}\n');
    const ran = await make();
    expect(ran.code).toBe(3);
    expect(ran.stderr).toMatch(/our patients fell/);
  });
});

describe('the shipped content', () => {
  it('is proved once, and then remembered until it changes', async () => {
    expect((await make()).code).toBe(0);
    expect((await make()).code).toBe(0);
    copy.change(
      'shared/en.yaml',
      'short walks, slow breaths, and changing position can ease pain',
      'take ibuprofen',
    );
    expect((await make()).code).toBe(3);
  });
});
