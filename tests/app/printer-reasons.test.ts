/** Protects staff from a false alarm, and from being sent to the wrong trouble first. */

import { expect, it } from 'vitest';
import { troubleOf } from '../../src/app/printer-reasons.ts';
import type { PrinterFacts } from '../../src/ipp/printer-facts.ts';

const printer = (reasons: string[], more: Partial<PrinterFacts> = {}): PrinterFacts => ({
  model: 'X',
  location: undefined,
  condition: 'printing',
  reasons,
  message: undefined,
  accepting: true,
  formats: [],
  media: [],
  mediaReady: [],
  sides: [],
  trays: [],
  colorModes: [],
  scalings: [],
  mostCopies: undefined,
  operations: [],
  emptyTrays: [],
  ...more,
});
const atWork = { halted: false, before: [], paper: 'A4' };

it.each([
  [['media-empty-error', 'media-jam-error', 'cover-open-error'], 'cover-open'],
  [['media-empty', 'media-jam'], 'jam'],
  [['toner-empty-error'], 'toner'],
  [['marker-supply-empty-error', 'media-needed-error'], 'wrong-paper'],
  [['output-area-full-error'], 'tray-full'],
  [['vendor-thing-error'], 'needs-help'],
  [['offline-report'], 'offline'],
])('%j', (reasons, code) => {
  expect(troubleOf(printer(reasons), atWork)?.code).toBe(code);
});

it.each([
  [['toner-low-warning', 'media-low-report', 'connecting-to-device', 'cups-waiting-for-job-completed']],
  [['media-empty-report']],
])('%j is no trouble while it prints', (reasons) => {
  expect(troubleOf(printer(reasons), atWork)).toBeUndefined();
});

it('an empty tray that was empty before, and does not hold it up, is not told', () => {
  const reasons = ['media-empty-warning'];
  expect(troubleOf(printer(reasons), { ...atWork, before: reasons })).toBeUndefined();
  expect(troubleOf(printer(reasons), atWork)?.code).toBe('paper-out');
  expect(troubleOf(printer(reasons, { condition: 'stopped' }), { ...atWork, before: reasons })?.code).toBe(
    'paper-out',
  );
});

it('names the tray only when there is no doubt which', () => {
  const empty = (emptyTrays: string[]) => troubleOf(printer(['media-empty-error'], { emptyTrays }), atWork);
  expect(empty(['2'])).toEqual({ code: 'paper-out', paper: 'A4', tray: '2' });
  expect(empty(['1', '2'])).toEqual({ code: 'paper-out', paper: 'A4' });
});

it('a standstill without a known reason is told too', () => {
  expect(troubleOf(printer([], { condition: 'stopped' }))?.code).toBe('stopped');
  expect(troubleOf(printer([]), { ...atWork, halted: true })?.code).toBe('stopped');
});
