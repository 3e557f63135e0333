/** Protects Make one as people use it: by mouse, by keyboard alone, without scripts, on a phone, and for axe-core. */

import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { axeFindings, deskInBrowser, sidewaysOverflow } from '../support/desk-browser.ts';
import { scriptedPrinters } from '../support/scripted-printers.ts';

const printers = scriptedPrinters();
const { printed } = printers;
const { open, running, address } = deskInBrowser('/make', () => ({ browser: true, printers }));
afterEach(() => printers.reset());

const answer = (page: Page, question: string, value: string) =>
  page.click(`#q-${question} label:has(input[value="${value}"])`);
const shownId = (page: Page) => page.getAttribute('#sheets', 'data-id');

/** The new pages of an answer are there. */
async function settled(page: Page): Promise<void> {
  await page.waitForSelector('.sheet canvas');
  await page.waitForSelector('.sheet .mark');
}

describe('by mouse', () => {
  it('a safe general sheet takes three clicks, and what was shown is what is printed', async () => {
    const page = await open();
    await page.click('.hits button');
    await page.click('button.none');
    await page.waitForSelector('.sheet canvas');
    const id = await shownId(page);
    const cookies = await page.context().cookies();
    const owner = cookies.find(({ name }) => name === 'desk')?.value ?? '';
    const held = running().desk.held.get(owner, id ?? '');
    await page.click('button.print');
    await page.waitForSelector('#status:has-text("Printed at")');
    expect(printed).toHaveLength(1);
    expect(printed[0]?.pdf).toEqual(held?.pdf);
    expect(printed[0]?.title).toMatch(/^Handout BMS-EN-\w{6}$/);
  });

  it('an answer changes the pages, asks its signs, and a mark tells why', async () => {
    const page = await open();
    await page.click('.hits button');
    await page.click('button.none');
    await settled(page);
    await answer(page, 'blood_thinner', 'yes');
    await page.waitForSelector('#ask-blood_thinner');
    expect(await page.textContent('#status')).toContain('1 new sign to check.');
    await page.click('#ask-blood_thinner button');
    // While that is on its way, the next answers are not lost.
    for (const question of ['cancer', 'weak_immunity', 'dehydrated']) await answer(page, question, 'no');
    await page.waitForSelector('#status:has-text("Ready")');
    for (const question of ['cancer', 'weak_immunity', 'dehydrated'])
      expect(await page.isChecked(`#q-${question} input[value="no"]`), question).toBe(true);
    await page.waitForSelector('.sheet .mark[data-mark="nsaid.avoid"]');
    await page.click('.sheet .mark[data-mark="nsaid.avoid"]');
    const strip = await page.textContent('#strip');
    expect(strip).toContain('Blood thinner: Yes');
    expect(strip).toContain('Safety text. Always stays.');
    await page.keyboard.press('Escape');
    expect(await page.isHidden('#strip')).toBe(true);
  });

  it('nothing prints before the signs that an answer brings were asked, however early Print is pressed', async () => {
    const page = await open();
    await page.click('.hits button');
    await page.click('button.none');
    await settled(page);
    await answer(page, 'blood_thinner', 'yes');
    await page.click('button.print');
    await page.waitForSelector('#ask-blood_thinner');
    await page.waitForSelector('html:not([data-busy])');
    const said = await page.evaluate<string>(`(async () => {
      const form = new URLSearchParams([...new FormData(document.getElementById('make'))]);
      form.set('do', 'print');
      return (await fetch('/make', { method: 'POST', body: form })).text();
    })()`);
    expect(said).toContain('new sign');
    expect(said).toContain('ask-blood_thinner');
    expect(printed).toHaveLength(0);
  });

  it('an optional part is left out and put in again; a safety text has no such button', async () => {
    const page = await open();
    await page.click('.hits button');
    await page.click('button.none');
    await settled(page);
    await page.click('[data-view="reasons"]');
    expect(
      await page.locator('[id^="reason-nsaid."] :is(button[value^="out:"], button[value^="order:"])').count(),
    ).toBe(0);
    const leave = page.locator('.reason button[value^="out:"]').first();
    const part = (await leave.getAttribute('value'))?.slice('out:'.length);
    await leave.click();
    await page.waitForSelector(`.reason.out[id="reason-${part}"]`);
    await page.click(`[id="reason-${part}"] button[value="in:${part}"]`);
    await page.waitForSelector(`.reason:not(.out)[id="reason-${part}"]`);
  });

  it('a note against the page waits for the clinician, and Next patient clears with a way back', async () => {
    const page = await open();
    await page.click('.hits button');
    await page.click('button.none');
    await page.waitForSelector('.sheet canvas');
    await page.fill('#note-text', 'Take ibuprofen with food.');
    await page.waitForSelector('#note-conflict');
    expect(await page.textContent('#status')).toContain('Look at the note');
    expect(await page.getAttribute('button.print', 'class')).toContain('not-yet');
    await page.click('button[value="keep"]');
    await page.waitForSelector('#status:has-text("Ready")');
    await page.click('[data-next]');
    await page.waitForSelector('main[data-step="start"]');
    expect(await page.locator('#note-text').count()).toBe(0);
    await page.click('.toast button');
    await page.waitForSelector('#note-text');
    expect(await page.inputValue('#note-text')).toBe('Take ibuprofen with food.');
  });

  it('what the covered page hides is there again', async () => {
    const page = await open();
    await page.click('.hits button');
    await page.click('button.none');
    await page.waitForSelector('.sheet canvas');
    await page.evaluate("document.dispatchEvent(new Event('desk-cover'))");
    expect(await page.isVisible('#ask-title')).toBe(false);
    expect(await axeFindings(page)).toEqual([]);
    await page.click('[data-shows]');
    expect(await page.isVisible('#ask-title')).toBe(true);
  });
});

it('by keyboard alone: typing, None, answers by number, the main button', async () => {
  const page = await open();
  await page.keyboard.type('spas');
  await page.waitForSelector('.hits mark');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#check-title:focus');
  await page.keyboard.press('Shift+Tab');
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await page.locator('button.none:focus').count()) > 0) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.waitForSelector('#q-age input:focus');
  await page.keyboard.press('3');
  expect(await page.isChecked('#q-age input[value="adult"]')).toBe(true);
  await page.keyboard.press('3');
  expect(await page.isChecked('#q-pregnancy input[value="no"]')).toBe(true);
  await page.waitForSelector('#status:has-text("Ready")');
  await page.keyboard.press('F6');
  expect(await page.locator('[data-region="pages"] :focus').count()).toBe(1);
  await page.waitForSelector('html:not([data-busy])');
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('#status:has-text("Printed at")');
  expect(printed).toHaveLength(1);
});

it('without scripts: the same path by forms, pictures of the pages, and changed answers are looked at first', async () => {
  const page = await open({ javaScriptEnabled: false });
  await page.fill('#find', 'spasm');
  await page.click('button[value="search"]');
  await page.click('.hits button');
  await page.click('button.none');
  await page.waitForSelector('.sheet img');
  const size = await page.locator('.sheet img').first().boundingBox();
  expect(size?.height).toBeGreaterThan(400);
  await answer(page, 'cancer', 'no');
  await page.click('button.print');
  expect(await page.textContent('#status')).toContain('Your answers changed. Look, then print.');
  expect(printed).toHaveLength(0);
  await page.click('button.print');
  expect(await page.textContent('#status')).toContain('Sent to Front desk.');
  expect(printed).toHaveLength(1);
  await page.click('[data-next]');
  expect(await page.locator('main[data-step="start"]').count()).toBe(1);
});

it('what was made is for the browser that made it, is kept by no cache, and can do nothing', async () => {
  const page = await open();
  await page.click('.hits button');
  await page.click('button.none');
  await page.waitForSelector('.sheet canvas');
  const id = await shownId(page);
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  for (const path of ['handout.pdf', 'handout.html', 'handout.txt', 'page-1.png']) {
    const mine = await fetch(`${address()}/made/${id}/${path}`, { headers: { cookie } });
    expect([path, mine.status, mine.headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
    if (path === 'handout.html')
      expect(mine.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*sandbox$/);
    const theirs = await fetch(`${address()}/made/${id}/${path}`, {
      headers: { cookie: 'desk=AAAAAAAAAAAAAAAAAAAAAA' },
    });
    expect([path, theirs.status]).toEqual([path, 404]);
  }
  await page.click('[data-next]');
  await page.waitForSelector('main[data-step="start"]');
  const after = await fetch(`${address()}/made/${id}/handout.pdf`, { headers: { cookie } });
  expect(after.status).toBe(404);
});

it('a stop takes the whole screen, and is read out', async () => {
  const page = await open();
  await page.click('.hits button');
  await page.click('label:has(input[value="E2"])');
  await page.click('button.ticked');
  await page.waitForSelector('#stop-title:focus');
  expect(await page.textContent('#stop-title')).toBe('Call 911 now');
  expect(await page.locator('.bar').count()).toBe(0);
  expect(await axeFindings(page)).toEqual([]);
});

describe.each([
  ['a desk', {}],
  ['a phone', { viewport: { width: 390, height: 844 } }],
  ['a desk at 200 %', { viewport: { width: 720, height: 450 } }],
  ['a desk in Spanish', { locale: 'es-MX' }],
] as const)('on %s', (_name, options) => {
  it('axe-core finds nothing, and nothing runs out at the side', async () => {
    const page = await open(options);
    const findings = [await axeFindings(page)];
    await page.click('.hits button');
    await page.waitForSelector('.check');
    findings.push(await axeFindings(page));
    await page.click('button.none');
    await settled(page);
    await answer(page, 'blood_thinner', 'yes');
    await page.waitForSelector('#ask-blood_thinner');
    findings.push(await axeFindings(page));
    await page.click('[data-view="reasons"]');
    findings.push(await axeFindings(page));
    expect(findings.flat()).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
  });
});
