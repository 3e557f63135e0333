/** Protects from sending what comes out wrong: other paper, one side, too many, in color. */

import { expect, it } from 'vitest';
import { type PrintOrder, planPrint } from '../../src/app/print-order.ts';
import type { PrinterFacts } from '../../src/ipp/printer-facts.ts';

const printer: PrinterFacts = {
  model: 'X',
  location: undefined,
  condition: 'idle',
  reasons: [],
  message: undefined,
  accepting: true,
  formats: ['application/pdf'],
  media: ['iso_a4_210x297mm', 'na_letter_8.5x11in'],
  mediaReady: ['iso_a4_210x297mm'],
  sides: ['one-sided', 'two-sided-long-edge'],
  trays: [],
  colorModes: ['color', 'monochrome'],
  scalings: ['none', 'fit'],
  mostCopies: 20,
  operations: [],
  emptyTrays: [],
};
const order: PrintOrder = {
  pdf: new Uint8Array(),
  pages: 2,
  media: 'iso_a4_210x297mm',
  jobName: 'Handout',
  copies: 1,
  sides: 'auto',
  mono: false,
};
const plan = (facts: Partial<PrinterFacts> = {}, wishes: Partial<PrintOrder> = {}) => {
  const made = planPrint({ ...printer, ...facts }, { ...order, ...wishes });
  return made.ok
    ? { sent: Object.fromEntries(made.wishes.map(({ name, value }) => [name, value])), notes: made.notes }
    : made.trouble;
};

it('both sides at true size, where it can', () => {
  expect(plan()).toEqual({
    sent: { media: 'iso_a4_210x297mm', sides: 'two-sided-long-edge', 'print-scaling': 'none' },
    notes: [],
  });
  expect(plan({}, { pages: 1 })).toMatchObject({ sent: { sides: 'one-sided' } });
  expect(plan({ sides: ['one-sided'] })).toMatchObject({
    sent: { sides: 'one-sided' },
    notes: [{ code: 'one-side-only', sheets: 2 }],
  });
});

it('from a tray: paper by its size, which takes the place of its name', () => {
  const { sent } = plan({ trays: ['main', 'manual'] }, { tray: 'manual' }) as {
    sent: Record<string, unknown>;
  };
  expect(sent).not.toHaveProperty('media');
  expect(JSON.stringify(sent['media-col'])).toMatch(
    /x-dimension.*21000.*y-dimension.*29700.*media-source.*manual/,
  );
});

it('on other paper that somebody asked for, made to fit', () => {
  expect(plan({}, { onMedia: 'na_letter_8.5x11in' })).toEqual({
    sent: { media: 'na_letter_8.5x11in', sides: 'two-sided-long-edge', 'print-scaling': 'fit' },
    notes: [{ code: 'not-loaded', paper: 'Letter' }],
  });
});

it('a printer that says nothing of what it can is sent nothing that it may not know', () => {
  const silent = {
    formats: [],
    media: [],
    mediaReady: [],
    sides: [],
    colorModes: [],
    scalings: [],
    mostCopies: undefined,
  };
  expect(plan(silent, { copies: 2, mono: true })).toMatchObject({ sent: { copies: 2 } });
});

it.each<[string, Partial<PrinterFacts>, Partial<PrintOrder>]>([
  ['not-accepting', { accepting: false }, {}],
  ['no-pdf', { formats: ['image/urf'] }, {}],
  ['wrong-size', { media: ['na_letter_8.5x11in'] }, {}],
  ['no-two-sides', { sides: ['one-sided'] }, { sides: 'two-sided-long-edge' }],
  ['no-mono', { colorModes: ['color'] }, { mono: true }],
  ['no-tray', { trays: ['main'] }, { tray: 'tray-9' }],
  ['too-many-copies', {}, { copies: 21 }],
])('%s', (code, facts, wishes) => {
  expect(plan(facts, wishes)).toMatchObject({ code });
});
