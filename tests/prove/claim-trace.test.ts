/** Protects the tracing of statements: each way in which a sheet could say what no claim allows is told, with what to do. */

import { describe, expect, it } from 'vitest';
import type { ClaimLedger } from '../../src/domain/claim.ts';
import type { Ledger } from '../../src/domain/ledger.ts';
import { claimFindings, type TracedPart } from '../../src/prove/claim-trace.ts';

const seed = { section: 'home-care' as const, applies: 'all', seeds: ['000'], sources: ['NHS'] };
const claims: ClaimLedger = {
  'HOME-01': { ...seed, claim: 'Walk', verdict: 'sound' },
  'HOME-02': { ...seed, claim: 'Run', verdict: 'unsafe', print: 'Not while in pain' },
  'HOME-03': {
    ...seed,
    claim: 'Keep your back straight',
    verdict: 'unsafe',
    applies: 'none: drop',
    print: '-',
  },
  'HOME-04': { ...seed, claim: 'For joints', verdict: 'unsafe', applies: 'none: reword', print: 'Muscle' },
  'G-01': { section: 'gap', claim: 'Dates', verdict: 'gap', sources: ['NHS'] },
};
const ledger: Ledger = {
  claims: {
    'HOME-01': { printed: { 'today.walk': ['Take **short walks**'] } },
    'HOME-02': { corrected: { 'today.walk': ['No running yet'] } },
    'HOME-03': { dropped: 'Outdated: it makes people stiff' },
    'HOME-04': { corrected: { 'today.walk': ['the muscle'] } },
    'G-01': { filled: { S1: '*' } },
  },
  sources_only: { 'today.walk': [{ says: 'Use a stick.', sources: ['WALK'] }] },
};
const walk: TracedPart = {
  id: 'today.walk',
  language: 'en',
  claims: ['HOME-01', 'HOME-02', 'HOME-04'],
  sources: ['WALK'],
  texts: ['**Take** short walks for the muscle. No running yet.', 'Use a stick.'],
  place: { file: 'en.yaml' },
  cited: { file: 'blocks.yaml' },
};
const sign: TracedPart = {
  ...walk,
  id: 'S1',
  claims: ['G-01'],
  sources: [],
  texts: ['not better in 2 weeks'],
};

function found(change: {
  claims?: Ledger['claims'];
  sourcesOnly?: Ledger['sources_only'];
  parts?: TracedPart[];
}) {
  const changed = {
    claims: { ...ledger.claims, ...change.claims },
    sources_only: change.sourcesOnly ?? ledger.sources_only,
  };
  const placeOf = (list: string, name: string) => ({ file: `ledger.yaml ${list} ${name}` });
  return claimFindings(claims, changed, change.parts ?? [walk, sign], placeOf).map(
    ({ code, file, message }) => `${file}: ${code}: ${message}`,
  );
}
const withText = (...texts: string[]) =>
  found({ parts: [{ ...walk, texts: [...walk.texts, ...texts] }, sign] });

describe('what the ledger says became of a claim', () => {
  it('is right when each statement traces to one that may be printed', () => {
    expect(found({})).toEqual([]);
  });

  it('may not be left out, nor stand for a claim that nobody made', () => {
    const { 'HOME-03': _, ...rest } = ledger.claims;
    const placeOf = () => ({ file: 'ledger.yaml' });
    const missing = claimFindings(claims, { ...ledger, claims: rest }, [walk, sign], placeOf);
    expect(missing.map(({ code }) => code)).toEqual(['claim-without-outcome']);
    expect(found({ claims: { 'HOME-30': { dropped: 'of no use here' } } })[0]).toContain('unknown-claim');
  });

  it('is never "printed" for an unsafe claim', () => {
    const [told, ...more] = found({
      claims: { 'HOME-02': { printed: { 'today.walk': ['No running yet'] } } },
    });
    expect(told).toBe(
      'ledger.yaml claims HOME-02: unsafe-claim-printed: HOME-02 is unsafe as stated, and the ledger calls it printed',
    );
    expect(more).toEqual([]);
  });

  it('is "dropped" for a claim that applies to nobody, unless it has another form', () => {
    const corrected = { corrected: { 'today.walk': ['No running yet'] } };
    expect(found({ claims: { 'HOME-03': corrected } })[0]).toContain('claim-for-nobody');
  });

  it('is "filled" for a gap, and "printed" for a sound claim', () => {
    expect(found({ claims: { 'G-01': { dropped: 'no room on the sheet' } } })[0]).toContain('gap-not-filled');
    const [told] = found({ claims: { 'HOME-01': { corrected: { 'today.walk': ['short walks'] } } } });
    expect(told).toContain('wrong-outcome');
  });
});

describe('the words that rest on a claim', () => {
  it('stand in a part that exists', () => {
    const [told] = found({ claims: { 'G-01': { filled: { S1: '*', 'today.walks': ['short'] } } } });
    expect(told).toContain('unknown-part: The ledger names a part `today.walks` that does not exist');
  });

  it('are the words that stand there now', () => {
    const texts = ['Take long walks for the muscle. No running yet.', 'Use a stick.'];
    const [told] = found({ parts: [{ ...walk, texts }, sign] });
    expect(told).toContain('quote-gone: The ledger says that HOME-01 stands behind "Take **short walks**"');
  });

  it('stand in one text, not across two', () => {
    const told = found({
      claims: { 'HOME-02': { corrected: { 'today.walk': ['No running yet. Use a stick'] } } },
    });
    expect(told.some((line) => line.includes('quote-gone'))).toBe(true);
  });

  it('are cited by their part, and nothing else is', () => {
    expect(found({ parts: [{ ...walk, claims: ['HOME-01', 'HOME-04'] }, sign] })).toEqual([
      expect.stringContaining(
        'blocks.yaml: words-without-citation: The ledger says that today.walk has words',
      ),
    ]);
    expect(found({ parts: [{ ...walk, claims: [...walk.claims, 'HOME-03'] }, sign] })).toEqual([
      expect.stringContaining('blocks.yaml: citation-without-words: today.walk cites HOME-03'),
    ]);
    expect(found({ parts: [{ ...walk, sources: ['NHS'] }, sign] })).toEqual([
      expect.stringContaining('blocks.yaml: source-not-cited'),
    ]);
  });
});

describe('a sentence', () => {
  it('without a claim or source behind it is told, word for word', () => {
    expect(withText('Eat two bananas.')).toEqual([
      'en.yaml: claimless-sentence: No claim or source stands behind "Eat two bananas." in today.walk',
    ]);
    expect(found({ sourcesOnly: {} })).toEqual([
      expect.stringContaining('behind "Use a stick." in today.walk'),
    ]);
  });

  it('may not carry a second statement behind a quoted one', () => {
    expect(withText('Take short walks, and eat two bananas on each of them.')).toEqual([
      expect.stringContaining('behind "and eat two bananas on each of them." in today.walk'),
    ]);
  });
});
