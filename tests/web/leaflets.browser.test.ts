/** Protects Leaflets as people use it: by mouse, by keyboard, without scripts, on a phone, and for axe-core. */

import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { DeskPrint, DeskPrinters } from '../../src/web/printers.ts';
import { axeFindings, openBrowser } from '../support/desk-browser.ts';
import { type RunningDesk, startDesk } from '../support/desk-server.ts';

const printed: DeskPrint[] = [];
const printers: DeskPrinters = {
  list: async () => [{ id: 'front', name: 'Front desk', state: 'ready', says: 'ready_both_sides' }],
  print: async (order) => {
    printed.push(order);
    return { step: 'sent', says: 'sent', job: 'job-1' };
  },
  follow: async () => ({ step: 'done', says: 'done' }),
  cancel: async () => undefined,
};

const folder = mkdtempSync(join(tmpdir(), 'leaflets-'));
const before = process.env['XDG_CONFIG_HOME'];
let running: RunningDesk;
let browser: Browser;
let address: string;
beforeAll(async () => {
  process.env['XDG_CONFIG_HOME'] = folder;
  running = await startDesk({ browser: true, printers });
  await running.app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(running.app.server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await running.close();
  if (before === undefined) delete process.env['XDG_CONFIG_HOME'];
  else process.env['XDG_CONFIG_HOME'] = before;
  rmSync(folder, { recursive: true });
});

const pages: Page[] = [];
afterEach(async () => {
  printed.length = 0;
  for (const page of pages.splice(0)) await page.context().close();
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.soft(error.message).toBe(''));
  pages.push(page);
  await page.goto(`${address}/leaflets`);
  return page;
}

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
    { printer: 'front', copies: 1, pages: expect.any(Number), paper: 'Letter' },
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
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
});
