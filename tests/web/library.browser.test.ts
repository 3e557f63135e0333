/** Protects the sign-off as a clinician does it: by mouse, by keyboard alone, without scripts, on a phone, and for axe-core. */

import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ContentCopy, copyContent } from '../support/content-copy.ts';
import { axeFindings, openBrowser } from '../support/desk-browser.ts';
import { type RunningDesk, startDesk } from '../support/desk-server.ts';
import { addLanguage } from '../support/translated-content.ts';

const topic = 'back-muscle-spasm';
let copy: ContentCopy;
let running: RunningDesk;
let browser: Browser;
let address: string;
beforeAll(async () => {
  copy = copyContent();
  addLanguage(copy, 'es');
  running = await startDesk({ flags: { content: copy.folder } });
  await running.app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(running.app.server.address() as AddressInfo).port}`;
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await running?.close();
  copy?.remove();
});

const approval = (language: string) => copy.path(`approvals/${topic}.${language}.yaml`);

async function opened(path: string, options: object = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  const page = await context.newPage();
  await page.goto(`${address}${path}`);
  return page;
}

async function tabTo(page: Page, place: string): Promise<void> {
  for (let tab = 0; tab < 20; tab += 1) {
    if ((await page.locator(`${place}:focus`).count()) === 1) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${place}`);
}

it('grades and proof come without a reload, and axe-core finds nothing', async () => {
  const page = await opened('/library');
  await page.locator('#main:not([data-checking])').waitFor({ timeout: 90_000 });
  expect(await page.locator('.books').innerText()).toMatch(/Holds[\s\S]*Draft\s+\d\.\d · never signed/);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('searchbox').fill('zzz');
  expect(await page.getByText('No topic matches.').isVisible()).toBe(true);
  await page.context().close();
}, 120_000);

it('a clinician signs by keyboard alone, and Escape closes the panel', async () => {
  const page = await opened('/library');
  await page.getByRole('link', { name: 'English: Draft' }).press('Enter');
  await page.waitForURL('**/en#panel');
  expect(await page.locator('#panel:focus').count()).toBe(1);
  expect(await axeFindings(page)).toEqual([]);
  await tabTo(page, 'input[name="by"]');
  await page.keyboard.type('Dr Sample');
  await tabTo(page, 'input[name="read"]');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/en?done=1#panel', { timeout: 60_000 });
  expect(await page.getByText('Signed off and written down.').isVisible()).toBe(true);
  expect(parse(readFileSync(approval('en'), 'utf8'))).toMatchObject({ by: 'Dr Sample', date: '2026-11-23' });
  await page.keyboard.press('Escape');
  await page.waitForURL('**/library');
  await page.context().close();
}, 120_000);

it('works without scripts on a phone, and signs nothing without the tick', async () => {
  const page = await opened(`/library/${topic}/es`, {
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  await page.getByRole('link', { name: 'Side by side' }).click();
  expect(await page.getByRole('heading', { name: /texts and rules/ }).isVisible()).toBe(true);
  await page.getByLabel('Your name').first().fill('Dr Sample');
  await page.getByRole('button', { name: 'Sign off' }).click();
  expect(await page.getByRole('alert').first().innerText()).toContain('Read the texts first');
  expect(await page.getByLabel('Your name').first().inputValue()).toBe('Dr Sample');
  expect(existsSync(approval('es'))).toBe(false);
  await page.context().close();
  const phone = await opened(`/library/${topic}/es`, { viewport: { width: 390, height: 844 } });
  expect(await phone.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await axeFindings(phone)).toEqual([]);
  await phone.context().close();
}, 120_000);
