/** Protects Batch as people use it: a file, a look at the rows, Make, the downloads; without scripts, on a phone, and for axe-core. */

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, deskInBrowser, sidewaysOverflow } from '../support/desk-browser.ts';
import { scriptedPrinters } from '../support/scripted-printers.ts';

const printers = scriptedPrinters();
const { printed } = printers;
const { open, running } = deskInBrowser('/batch', () => ({ browser: true, printers }));

const roster = (rows: number) => ({
  name: 'november.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'id;name;topics;warning_signs',
      ...Array.from({ length: rows }, (_, at) => `mrn-${at};Ann Secret;back-muscle-spasm;`),
      'mrn-a;Ann Secret;back-spasm;',
      'mrn-b;Ann Secret;back-muscle-spasm;E2',
    ].join('\n'),
  ),
});

async function downloaded(page: Page, selector: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(selector)]);
  return readFileSync(await download.path());
}

it('by mouse and keyboard: file, check, make, take', async () => {
  const page = await open();
  expect(await axeFindings(page)).toEqual([]);
  await page.setInputFiles('#roster', roster(3));
  await page.waitForSelector('main.step-checked');
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.textContent('main')).not.toMatch(/Secret|mrn-/);
  await page.focus('.batch-bar .main');
  await page.keyboard.press('Enter');
  await page.waitForSelector('main.step-done');
  await expect.poll(() => page.getAttribute(':focus', 'id')).toBe('heading');
  expect(await axeFindings(page)).toEqual([]);
  const zip = await downloaded(page, 'a[href="/batch/handouts.zip"]');
  expect(zip.toString('latin1')).toContain('0002_back-muscle-spasm_en.pdf');
  expect(zip.toString('latin1')).not.toMatch(/Secret|mrn-/);
  const pdf = await downloaded(page, 'a[href="/batch/part-1.pdf"]');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await page.click('.print-part > button');
  await page.waitForSelector('.note');
  expect(printed).toMatchObject([
    { printer: 'Front desk', pages: expect.any(Number), paper: 'Letter', copies: 1 },
  ]);
  const csv = await downloaded(page, '.take a[href="/batch/not-made.csv"]');
  expect(csv.toString()).toContain('"6","Stopped"');
  expect(running().said.join()).not.toMatch(/Secret|mrn-|november/);
});

it('is refused in words, and cancel keeps what is made', async () => {
  const page = await open();
  await page.setInputFiles('#roster', {
    name: 'a.xlsx',
    mimeType: 'text/csv',
    buffer: Buffer.from('PK\u0003\u0004 workbook'),
  });
  await page.waitForSelector('.drop.refused');
  expect(await page.textContent('.drop')).toContain('This is an Excel file.');
  expect(await axeFindings(page)).toEqual([]);
  await page.setInputFiles('#roster', roster(200));
  await page.waitForSelector('main.step-checked');
  await page.click('.batch-bar .main');
  await page.waitForSelector('main.step-making');
  expect(await axeFindings(page)).toEqual([]);
  await page.click('form[action="/batch/cancel"] button');
  await page.waitForSelector('main.step-done');
  expect(await page.textContent('main')).toContain('Cancelled.');
  await page.click('form[action="/batch/new"] button');
  await page.waitForSelector('#drop');
});

it('without scripts', async () => {
  const page = await open({ javaScriptEnabled: false });
  const until = (step: string) =>
    expect
      .poll(
        async () => {
          const again = page.locator('a[href="/batch"].without-script');
          if ((await again.count()) > 0) await again.click();
          return page.getAttribute('main', 'class');
        },
        { timeout: 20_000 },
      )
      .toContain(step);
  await page.setInputFiles('#roster', roster(2));
  await page.click('#drop .main');
  await until('step-checked');
  await page.click('.batch-bar .main');
  await until('step-done');
});

it('on a phone nothing is cut off, and axe-core finds nothing', async () => {
  const page = await open({ viewport: { width: 360, height: 740 } });
  await page.setInputFiles('#roster', roster(1));
  await page.waitForSelector('main.step-checked');
  expect(await sidewaysOverflow(page)).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
});
