/** Protects printing as staff see it: the list of printers, a dialog that comes by itself only on trouble, Stop, Move it here; by mouse, by keyboard, without scripts. */

import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { axeFindings, deskInBrowser, sidewaysOverflow } from '../support/desk-browser.ts';
import { newPrint } from '../support/new-print.ts';
import { scriptedPrinters } from '../support/scripted-printers.ts';

const printers = scriptedPrinters();
const { printed, stopped } = printers;
const { open, running, address } = deskInBrowser('/leaflets', () => ({ browser: true, printers }));
afterEach(() => printers.reset());

const outOfPaper = { step: 'printing', trouble: { code: 'paper-out', paper: 'Letter', tray: '2' } } as const;

async function leaflet(page: Page): Promise<void> {
  await page.click('.all a[data-swap], .all a');
  await page.waitForSelector('.panel .title');
}

/** A print that this person has begun, without pages being made for it. */
async function openPrint(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await open(options, '/keys');
  const owner = (await page.context().cookies()).find(({ name }) => name === 'desk')?.value ?? '';
  const id = await running().desk.prints.start(owner, '', newPrint());
  await page.goto(`${address()}/print/${id}`);
  return page;
}

const shot = (page: Page, name: string) =>
  process.env['PRINT_SHOTS'] === undefined
    ? undefined
    : page.screenshot({ path: `${process.env['PRINT_SHOTS']}/${name}.png` });

it('by mouse: printer, sides, tray and copies are chosen where Print is; no dialog comes when all is well', async () => {
  const page = await open();
  await leaflet(page);
  await page.click('.printers summary');
  await shot(page, 'list');
  expect(await axeFindings(page)).toEqual([]);
  await page.selectOption('select[name="tray"]', 'tray-2');
  await page.selectOption('select[name="sides"]', 'one');
  await page.click('.printer-row:has(input[value="Nurse station"])');
  // Its own trays take the place of the other's.
  await page.waitForSelector('select[name="tray"]', { state: 'detached' });
  expect(await page.textContent('.printers summary')).toContain('Nurse station');
  expect(await page.inputValue('select[name="sides"]')).toBe('one');
  await page.keyboard.press('Escape');
  expect(await page.isVisible('.printer-list')).toBe(false);
  await page.click('[data-step="1"]');
  await page.click('.panel .main');
  await page.waitForSelector('#printed:has-text("Printed at")');
  expect(printed).toMatchObject([{ printer: 'Nurse station', copies: 2, sides: 'one-sided' }]);
  expect(printed[0]?.tray).toBeUndefined();
  expect(await page.locator('dialog[open]').count()).toBe(0);
  // The next person at this desk finds the same printer.
  await page.goto(`${address()}/leaflets?topic=back-muscle-spasm`);
  expect(await page.textContent('.printers summary')).toContain('Nurse station');
});

it('by keyboard alone: out of paper opens the dialog; Move it here stops it first; Esc closes; the line goes on telling', async () => {
  printers.says('Front desk', outOfPaper);
  const page = await open();
  await leaflet(page);
  await page.focus('.panel .main');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog[open] #print-title:focus');
  await shot(page, 'trouble');
  expect(await page.textContent('dialog #print-trouble')).toContain('Tray 2 is out of paper');
  expect(await page.textContent('dialog #print-trouble')).toContain('Close the tray. It goes on by itself.');
  expect(await page.textContent('dialog [aria-current="step"]')).toContain('Waiting for paper');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog[open]', { state: 'detached' }).catch(() => undefined);
  expect(await page.isVisible('dialog')).toBe(false);
  expect(await page.textContent('#printed')).toContain('Tray 2 is out of paper.');
  await page.focus('#printed a');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog[open] #print-title:focus');
  printers.says('Nurse station', { step: 'waiting' });
  for (let tab = 0; tab < 10; tab += 1) {
    if ((await page.locator('li:has-text("Nurse station") button:focus').count()) === 1) break;
    await page.keyboard.press('Tab');
  }
  await shot(page, 'trouble-focus');
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog #print-title:focus');
  await page.waitForSelector('dialog .print-told');
  expect(await page.textContent('dialog')).toContain('It was stopped on Front desk first.');
  expect(stopped).toHaveLength(1);
  expect(printed.map(({ printer }) => printer)).toEqual(['Front desk', 'Nurse station']);
  await shot(page, 'moved');
  printers.says('Nurse station', { step: 'done', sides: 2 });
  await page.waitForSelector('dialog[open] h1:has-text("Printed on Nurse station")');
  await shot(page, 'done');
  await page.keyboard.press('Escape');
  expect(await page.textContent('#printed')).toContain('Printed at');
});

it('is stopped, and says what could not be reached; a print that is closed on is not opened again', async () => {
  printers.says('Front desk', outOfPaper);
  printers.stops('unreachable');
  const page = await open();
  await leaflet(page);
  await page.click('.panel .main');
  await page.waitForSelector('dialog[open]');
  await page.click('form[action$="/stop"] button');
  await page.waitForSelector('dialog .print-told');
  expect(await page.textContent('dialog .print-told')).toContain('It is told to stop as soon as it does.');
  await shot(page, 'stopping');
  printers.says('Front desk', { step: 'failed', trouble: { code: 'canceled' } });
  await page.waitForSelector('dialog h1:has-text("Stopped on Front desk")');
  await shot(page, 'stopped');
  expect(await axeFindings(page)).toEqual([]);
  await page.click('.print-ends .closes button');
  await page.reload();
  await page.waitForSelector('#printed:has-text("Stopped")');
  expect(await page.locator('dialog[open]').count()).toBe(0);
});

it('without scripts it is a page: Check again, Move it here, Stop, Download', async () => {
  printers.says('Front desk', outOfPaper);
  const page = await open({ javaScriptEnabled: false });
  await leaflet(page);
  await page.click('.printers summary');
  await page.click('.printer-row:has(input[value="Front desk"])');
  await page.fill('input[name="copies"]', '3');
  await page.click('.panel .main');
  expect(printed).toMatchObject([{ printer: 'Front desk', copies: 3 }]);
  await page.reload();
  expect(printed).toHaveLength(1);
  await page.click('#printed a');
  expect(await page.textContent('#print-trouble')).toContain('Tray 2 is out of paper');
  expect(await page.locator('a[download]').count()).toBe(1);
  await shot(page, 'no-script');
  printers.says('Nurse station', { step: 'waiting' });
  await page.click('li:has-text("Nurse station") button');
  expect(await page.textContent('h1')).toBe('Printing on Nurse station');
  expect(stopped).toHaveLength(1);
  await page.click('form[action$="/stop"] button');
  expect(await page.textContent('h1')).toBe('Stopped on Nurse station');
  await page.click('.print-back a');
  expect(new URL(page.url()).pathname).toBe('/leaflets');
});

describe.each([
  ['a desk in Spanish', { locale: 'es-MX' }],
  ['a phone', { viewport: { width: 360, height: 740 }, locale: 'es-MX' }],
  ['a desk at 200 %', { viewport: { width: 720, height: 450 } }],
  ['forced colors', { forcedColors: 'active' }],
] as const)('on %s', (name, options) => {
  it('axe-core finds nothing, nothing is cut off, also from right to left', async () => {
    printers.says('Front desk', outOfPaper);
    const page = await openPrint(options);
    await page.waitForSelector('#print-trouble');
    await shot(page, `at-${name}`);
    if ('locale' in options) {
      expect(await page.textContent('#print-trouble')).toContain('La bandeja 2 no tiene papel');
      expect(await page.textContent('main')).not.toMatch(/\b(the|tray|Move|Stop)\b/);
    }
    expect(await axeFindings(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.evaluate('document.documentElement.dir = "rtl"');
    await shot(page, `rtl-${name}`);
    expect(await sidewaysOverflow(page)).toBe(0);
  });
});
