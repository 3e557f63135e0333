/** Protects Leaflets as people use it: by mouse, by keyboard, without scripts, on a phone, and for axe-core. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { axeFindings, deskInBrowser, sidewaysOverflow } from '../support/desk-browser.ts';
import { scriptedPrinters } from '../support/scripted-printers.ts';

const printers = scriptedPrinters();
const { printed } = printers;
const folder = mkdtempSync(join(tmpdir(), 'leaflets-'));
const before = process.env['XDG_CONFIG_HOME'];
beforeAll(() => {
  process.env['XDG_CONFIG_HOME'] = folder;
});
afterAll(() => {
  if (before === undefined) delete process.env['XDG_CONFIG_HOME'];
  else process.env['XDG_CONFIG_HOME'] = before;
  rmSync(folder, { recursive: true });
});
afterEach(() => printers.reset());

const { open } = deskInBrowser('/leaflets', () => ({ browser: true, printers }));

it('by mouse: tile, Print; a star keeps it; axe-core finds nothing', async () => {
  const page = await open();
  expect(await axeFindings(page)).toEqual([]);
  await page.click('.all .star');
  await page.click('.tile a[data-swap]');
  await page.waitForSelector('.panel .title');
  expect(await axeFindings(page)).toEqual([]);
  await page.click('.panel .main');
  await page.waitForSelector('#printed .icon');
  expect(await page.textContent('#printed')).toContain('Printed at');
  expect(printed).toMatchObject([
    { printer: 'Front desk', copies: 1, pages: expect.any(Number), paper: 'Letter' },
  ]);
  expect(printed[0]?.title).not.toMatch(/back/i);
  await page.click('.tile .star');
});

it('by keyboard: letters, Enter; a choice keeps the focus', async () => {
  const page = await open();
  await page.focus('#find');
  await page.keyboard.type('spas');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.panel .title');
  await page.focus('#choices input[name="paper"]:checked');
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(/paper=A4/);
  await expect.poll(() => page.inputValue(':focus')).toBe('A4');
});

it('without scripts, in a language that is not there', async () => {
  const page = await open({ javaScriptEnabled: false });
  await page.click('.all a');
  await page.check('#choices input[value="es"]', { force: true });
  await page.click('#choices button');
  expect(await page.textContent('.panel')).toContain('prints in English');
  await page.fill('input[name="copies"]', '3');
  await page.click('.panel .main');
  expect(await page.textContent('#printed')).toContain('3 copies');
  expect(printed).toHaveLength(1);
  await page.reload();
  expect(printed).toHaveLength(1);
});

it('on a phone nothing is cut off, and axe-core finds nothing', async () => {
  const page = await open({ viewport: { width: 360, height: 740 } });
  await page.click('.all a[data-swap]');
  await page.waitForSelector('.panel .title');
  expect(await sidewaysOverflow(page)).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
});
