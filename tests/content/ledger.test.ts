/** Protects the clinical base: every claim judged, none lost, each one traceable to a source, and no sheet saying what none allows. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { traceClaims } from '../../src/app/claim-parts.ts';
import { Claim, ClaimLedger } from '../../src/domain/claim.ts';
import { ledgerSchema } from '../../src/domain/ledger.ts';
import { Source, SourceCatalogue } from '../../src/domain/source.ts';
import { readContentFiles } from '../../src/read/content-files.ts';
import { contentFolder } from '../support/shipped-content.ts';

function content(name: string): unknown {
  return parse(readFileSync(new URL(`../../content/${name}`, import.meta.url), 'utf8'));
}

const ledger = ClaimLedger.parse(content('claims.yaml'));
const catalogue = SourceCatalogue.parse(content('sources.yaml'));
const entries = Object.entries(ledger);

const sectionOfPrefix: Record<string, string> = {
  DEF: 'definition',
  SYM: 'symptoms',
  CAUSE: 'causes',
  HOME: 'home-care',
  MED: 'medical-treatment',
  PREV: 'prevention',
  ROUT: 'routine-care',
  URG: 'same-day',
  EMER: 'emergency',
  G: 'gap',
};

describe('the claim ledger', () => {
  it('holds all 130 seed claims and 18 gaps, with the verdicts they were given', () => {
    const count: Record<string, number> = {};
    for (const [, claim] of entries) count[claim.verdict] = (count[claim.verdict] ?? 0) + 1;
    expect(count).toEqual({ sound: 41, caveat: 56, unsafe: 28, conflict: 5, gap: 18 });
  });

  it('files each claim under the section of its id, numbered without a hole', () => {
    const next: Record<string, number> = {};
    for (const [id, claim] of entries) {
      const prefix = id.slice(0, id.indexOf('-'));
      next[prefix] = (next[prefix] ?? 0) + 1;
      expect(claim.section, id).toBe(sectionOfPrefix[prefix]);
      expect(id).toBe(`${prefix}-${String(next[prefix]).padStart(2, '0')}`);
    }
    expect(Object.keys(next)).toEqual(Object.keys(sectionOfPrefix));
  });

  it('names only sources that the catalogue has', () => {
    const missing = entries.flatMap(([id, claim]) =>
      claim.sources.filter((key) => !Object.hasOwn(catalogue, key)).map((key) => `${id}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('points only to claims that exist', () => {
    const dangling = entries.flatMap(([id, claim]) => {
      const text = 'print' in claim ? (claim.print ?? '') : '';
      const named = text.match(/\b(?:DEF|SYM|CAUSE|HOME|MED|PREV|ROUT|URG|EMER)-\d+\b/g) ?? [];
      return named.filter((other) => !Object.hasOwn(ledger, other)).map((other) => `${id}: ${other}`);
    });
    expect(dangling).toEqual([]);
  });
});

describe('what became of each claim', () => {
  const outcomes = ledgerSchema.parse(content('ledger.yaml')).claims;

  it('is told for all of them, and no sheet says anything else', async () => {
    const read = await readContentFiles({ shipped: contentFolder });
    if (!read.ok) throw new Error('the content cannot be read');
    const { looked, diagnostics } = traceClaims(read.value);
    expect(diagnostics.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
    expect(looked).toMatch(/^148 claims, [45]\d\d sentences$/);
  });

  it('is counted: whoever adds, corrects or drops one does so on purpose', () => {
    const count: Record<string, number> = {};
    for (const [id, claim] of entries) {
      const key = `${claim.verdict} ${Object.keys(outcomes[id] ?? {})[0] ?? 'forgotten'}`;
      count[key] = (count[key] ?? 0) + 1;
    }
    expect(count).toEqual({
      'sound printed': 31,
      'sound dropped': 10,
      'caveat printed': 33,
      'caveat dropped': 23,
      'conflict printed': 5,
      'unsafe corrected': 15,
      'unsafe dropped': 13,
      'gap filled': 18,
    });
  });
});

describe('the schemas', () => {
  it('refuse an unsafe claim that does not say what to print instead', () => {
    const claim = {
      section: 'home-care',
      claim: 'Take more than the label says',
      verdict: 'unsafe',
      applies: 'all',
      seeds: ['001'],
      sources: ['M'],
    };
    expect(Claim.safeParse(claim).success).toBe(false);
    expect(Claim.safeParse({ ...claim, print: 'Never go above the label' }).success).toBe(true);
  });

  it('refuse an unknown key, so that a misspelt one cannot hide', () => {
    const gap = { section: 'gap', claim: 'Say when to call', verdict: 'gap', sources: ['NHS'] };
    expect(Claim.safeParse(gap).success).toBe(true);
    expect(Claim.safeParse({ ...gap, verdcit: 'gap' }).success).toBe(false);
  });

  it('refuse the address of a copy as a source', () => {
    const source = { publisher: 'A clinic', title: 'Back pain', year: null, kind: 'patient-page' };
    expect(Source.safeParse(source).success).toBe(true);
    expect(Source.safeParse({ ...source, note: 'https://example.org/copy' }).success).toBe(false);
  });
});
