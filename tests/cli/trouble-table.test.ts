/** Protects the list of those who got no sheet: a patient in danger stands first, is never left out, and no word is torn. */

import { expect, it } from 'vitest';
import type { BatchResult } from '../../src/app/batch-room.ts';
import { BatchTroubles } from '../../src/cli/batch-troubles.ts';
import { troubleTable } from '../../src/cli/trouble-table.ts';

const row = (
  order: number,
  state: BatchResult['state'],
  code: string,
  more: Partial<BatchResult> = {},
): BatchResult => ({
  order,
  state,
  place: { file: '/rosters/monday.csv', line: order + 2 },
  diagnostics: [
    {
      severity: 'error',
      file: 'monday.csv',
      code,
      message: 'This patient needs EMERGENCY care now: call 911.',
    },
  ],
  ...more,
});
const rowsOf = (table: string) => [...table.matchAll(/^monday\.csv +(\d+)/gm)].map(([, at]) => Number(at));

it('tells in the order of the roster, refusals first and apart, with a failed row that has a warning sign', () => {
  const troubles = new BatchTroubles();
  for (const each of [
    row(4, 'refused', 'warning-sign'),
    row(1, 'failed', 'bad-date'),
    row(3, 'failed', 'warning-sign', { care: true }),
    row(0, 'failed', 'bad-date'),
    row(2, 'refused', 'withdrawn'),
  ])
    troubles.add(each);
  const table = troubleTable(troubles.listed(), 80);
  expect(rowsOf(table)).toEqual([4, 5, 6, 2, 3]);
  expect(table.indexOf('REFUSED FOR SAFETY')).toBeLessThan(table.indexOf('monday.csv'));
  expect(rowsOf(table.slice(table.indexOf('\nFAILED')))).toEqual([2, 3]);
});

it('leaves out mistakes before refusals, however late these come', () => {
  const troubles = new BatchTroubles();
  for (let order = 0; order < 80; order += 1) troubles.add(row(order, 'failed', 'bad-date'));
  const older = [{ file: 'a.pdf', at: '2026-11-23T20:00:00.000Z' }];
  troubles.add(row(80, 'failed', 'bad-date', { older }));
  troubles.add(row(81, 'refused', 'warning-sign'));
  for (let order = 82; order < 99; order += 1) troubles.add(row(order, 'failed', 'bad-date'));
  const orders = troubles.listed().map(({ order }) => order);
  expect(orders).toHaveLength(50);
  expect(orders.slice(-2)).toEqual([80, 81]);
});

it('says that a sheet is gone and may have to be taken back', () => {
  const removed = [{ file: 'a.pdf', at: '2026-11-22T20:00:00.000Z' }];
  const table = troubleTable([row(0, 'refused', 'warning-sign', { removed })], 200);
  expect(table).toContain('its sheet of 2026-11-22 is gone from the folder: if it was handed out, take it');
});

it.each([40, 59, 60, 80, 120])('fits %i columns, and tears no word', (width) => {
  const table = troubleTable([row(9, 'refused', 'warning-sign', { column: 'warning_signs' })], width);
  expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
  for (const word of ['monday.csv', 'warning_signs', 'EMERGENCY', '(warning-sign)'])
    expect(table).toContain(word);
});
