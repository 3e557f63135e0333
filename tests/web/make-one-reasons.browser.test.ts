/** Protects what staff do beside the answers: reasons by page, own words under a line, the one question of a stop, and all of it mirrored. */

import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { axeFindings, openBrowser } from '../support/desk-browser.ts';
import { type RunningDesk, startDesk } from '../support/desk-server.ts';

let running: RunningDesk;
let browser: Browser;
let address: string;
beforeAll(async () => {
  running = await startDesk({ browser: true });
  await running.app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(running.app.server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await running.close();
});

const pages: Page[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.soft(error.message).toBe(''));
  pages.push(page);
  await page.goto(`${address}/make`);
  return page;
}
async function withPages(page: Page): Promise<Page> {
  await page.click('.hits button');
  await page.click('button.none');
  await page.waitForSelector('.sheet canvas, .sheet img');
  return page;
}
const answer = (page: Page, question: string, value: string) =>
  page.click(`#q-${question} label:has(input[value="${value}"])`);
/** Headings and first rows of the list of reasons. */
const groups = (page: Page) =>
  page
    .locator('.reason-list')
    .evaluate((list) =>
      [...list.querySelectorAll('h3')].map((head) => [
        head.textContent,
        [...(head.nextElementSibling?.querySelectorAll('.reason') ?? [])].map(({ id }) => id),
      ]),
    ) as Promise<[string, string[]][]>;
/** What the desk holds for this browser. */
async function heldText(page: Page): Promise<string> {
  const owner = (await page.context().cookies()).find(({ name }) => name === 'desk')?.value ?? '';
  const id = (await page.getAttribute('#sheets', 'data-id')) ?? '';
  return running.desk.held.get(owner, id)?.text() ?? '';
}

it('the reasons stand under the page that their part is on, with scripts and without', async () => {
  const scripted = await withPages(await open());
  await scripted.waitForSelector('.sheet .mark');
  await scripted.click('[data-view="reasons"]');
  const told = await groups(scripted);
  const plain = await groups(await withPages(await open({ javaScriptEnabled: false })));
  expect(told.map(([head]) => head)).toEqual(told.map((_, index) => `Page ${index + 1}`));
  expect(told.length).toBeGreaterThan(1);
  expect(told.find(([, ids]) => ids.includes('reason-nsaid.ask'))?.[0]).toBe('Page 2');
  expect(plain).toEqual(told);
});

it('the clinician answers under an "ask us" line, and it is on the page; a name line too', async () => {
  const page = await withPages(await open());
  await page.waitForSelector('.sheet .mark');
  await page.click('[data-view="reasons"]');
  await page.click('button[value="say:acetaminophen"]');
  await page.waitForSelector('#say-acetaminophen:focus');
  const before = await page.getAttribute('#sheets', 'data-id');
  await page.keyboard.type('One tablet at night is fine.');
  await page.waitForSelector(`#sheets:not([data-id="${before}"])`, { state: 'attached' });
  expect(await heldText(page)).toContain('One tablet at night is fine.');
  expect(await axeFindings(page)).toEqual([]);
  const second = await page.getAttribute('#sheets', 'data-id');
  await page.click('label.tick:has(input[name="line"])');
  await page.waitForSelector(`#sheets:not([data-id="${second}"])`, { state: 'attached' });
  const id = await page.getAttribute('#sheets', 'data-id');
  const html = await (await page.request.get(`${address}/made/${id}/handout.html`)).text();
  expect(html).toMatch(/class="write-in"><span>Name:<\/span><span class="blank">/);
});

it('a stop that one answer decides asks it, and says the right urgency at once', async () => {
  const page = await open();
  await page.click('.hits button');
  await page.click('label:has(input[value="U1"])');
  await page.waitForSelector('.count:has-text("one more question")');
  await page.click('button.ticked');
  await page.waitForSelector('#stop-title:has-text("Call 911 now")');
  expect(await axeFindings(page)).toEqual([]);
  await answer(page, 'weak_immunity', 'no');
  await page.waitForSelector('#stop-title:has-text("See a clinician today")');
  expect(await page.isChecked('#q-weak_immunity input[value="no"]')).toBe(true);
  await page.waitForSelector('#say-now:has-text("See a clinician today")', { state: 'attached' });
});

it('on a phone Reasons, Copy and PDF stand under the first page', async () => {
  const page = await withPages(await open({ viewport: { width: 390, height: 844 } }));
  await page.click('[data-see]');
  const row = page.locator('.sheet + .ways-out');
  expect(await row.locator('a, button').count()).toBe(3);
  await row.locator('[data-view="reasons"]').click();
  expect(await page.isVisible('.reason-list')).toBe(true);
});

it('right to left everything changes sides but the page itself', async () => {
  const page = await open();
  await page.evaluate("document.documentElement.dir = 'rtl'");
  await withPages(page);
  await page.waitForSelector('.sheet .mark');
  await answer(page, 'cancer', 'unknown');
  const at = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    return box === null ? [Number.NaN, Number.NaN] : [box.x, box.x + box.width];
  };
  const [formStart = 0] = await at('.answers');
  const [, stageEnd = 0] = await at('.stage');
  expect(formStart).toBeGreaterThanOrEqual(stageEnd);
  const [yes = 0] = await at('#q-cancer label:has(input[value="yes"])');
  const [unknown = 0] = await at('#q-cancer label:has(input[value="unknown"])');
  expect(yes).toBeGreaterThan(unknown);
  const [pdf = 0] = await at('.bar a[download]');
  const [next = 0] = await at('.bar .next');
  expect(pdf).toBeLessThan(next);
  const [first = 0] = await at('.sheet[data-page="1"]');
  const [second = 0] = await at('.sheet[data-page="2"]');
  expect(first).toBeGreaterThan(second);
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
});
