/** Protects the last lines of a batch: nobody overlooks what must not be printed or handed out, or that nobody signed it off. */

import { expect, it } from 'vitest';
import type { BatchResult } from '../../src/app/batch-room.ts';
import { endText } from '../../src/cli/batch-end-text.ts';
import { endEvent, eventOf } from '../../src/cli/batch-events.ts';
import { BatchTally } from '../../src/cli/batch-tally.ts';

const place = { file: 'r.csv' };
const there = (state: string): BatchResult => ({
  state: 'made',
  place,
  file: 'a.pdf',
  about: { topic: 'back-muscle-spasm', language: 'en', pages: 2, state, sha256: 'f'.repeat(64) },
  diagnostics: [],
});
const refused = (more: Partial<BatchResult> = {}): BatchResult => ({
  state: 'refused',
  place,
  diagnostics: [{ severity: 'error', ...place, code: 'warning-sign', message: 'Stop.' }],
  ...more,
});
const failed: BatchResult = { ...refused(), state: 'failed' };
const sheet = { file: 'a.pdf', at: '2026-11-22T20:00:00.000Z' };
const tallied = (...results: BatchResult[]) => {
  const tally = new BatchTally();
  for (const result of results) tally.add(result);
  return tally;
};
const told = (tally: BatchTally, more: { stopped?: boolean; total?: number } = {}) =>
  endText({ tally, out: 'out', stopped: false, ...more }, 400);

it('says last, and loud, which PDF of an earlier run must not be printed, and what to take back', () => {
  const tally = tallied(there('draft'), refused({ bundles: ['out/all.pdf'], removed: [sheet] }));
  const [take = '', print = ''] = told(tally).trimEnd().split('\n').slice(-2);
  expect(take).toMatch(/^TAKE BACK: one earlier sheet/);
  expect(print).toMatch(/^DO NOT PRINT out\/all\.pdf: /);
  expect(endEvent(tally, 'out', false)).toMatchObject({ doNotPrint: ['out/all.pdf'] });
});

it('does not forbid a PDF that was made anew since', () => {
  const tally = tallied(refused({ bundles: ['out/all.pdf', './old.zip'] }));
  tally.addBundle({
    kind: 'combined',
    state: 'made',
    path: './out/all.pdf',
    handouts: 1,
    bytes: 9,
    pages: 1,
  });
  expect(told(tally)).not.toContain('DO NOT PRINT out/all.pdf');
  expect(told(tally)).toContain('DO NOT PRINT ./old.zip');
  expect(told(tally)).toContain('(1 handout, 1 page)');
});

it('names a sheet that is refused and could not be removed', () => {
  expect(told(tallied(refused({ older: [sheet] })))).toContain('DO NOT HAND OUT out/a.pdf');
});

it.each([
  [['draft', 'draft'], 'All are drafts: no clinician has signed them off.'],
  [['changed', 'draft'], 'All are drafts: no clinician has signed them off.'],
  [['approved', 'draft'], '1 of 2 are drafts: no clinician has signed them off.'],
])('says who signed off %j', (states, line) => {
  expect(told(tallied(...states.map(there)))).toContain(`${line}\n`);
});

it('says nothing of drafts when all are approved, or nothing is there', () => {
  expect(told(tallied(there('approved')))).not.toContain('signed');
  expect(told(tallied(failed))).not.toContain('signed');
});

it('has an exit code of its own for refusals, when nothing failed', () => {
  expect(tallied(there('draft')).exitCode()).toBe(0);
  expect(tallied(there('draft'), refused()).exitCode()).toBe(5);
  expect(tallied(refused(), failed).exitCode()).toBe(1);
});

it('says how many are left when it was stopped, where that is known', () => {
  expect(told(tallied(there('draft')), { stopped: true, total: 5 })).toContain('about 4 rows before the end');
  expect(told(tallied(there('draft')), { stopped: true })).toContain('Stopped before the end');
});

it('warns of a PDF with pages of two sizes', () => {
  const tally = tallied(there('draft'));
  const bundle = { kind: 'combined', state: 'made', path: 'all.pdf', handouts: 2, bytes: 9 } as const;
  tally.addBundle({ ...bundle, papers: ['A4', 'Letter'] });
  expect(told(tally)).toContain('Warning: it holds pages of A4 and Letter');
});

it('tells programs what was made', () => {
  expect(eventOf(there('draft'))).toMatchObject({
    event: 'made',
    topic: 'back-muscle-spasm',
    language: 'en',
    pages: 2,
    state: 'draft',
    sha256: 'f'.repeat(64),
  });
});
