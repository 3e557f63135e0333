/** The address of a desk -> how long a click takes until the new pages are drawn, in a browser; or why it could not be tried. */

import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const built = (path) => import(pathToFileURL(join(dist, path)).href);

export async function drawnAfterClick(address, clicks, tell) {
  let browser;
  try {
    const { chromium } = await import('playwright-core');
    const { openCache } = await built('print/browser-cache.js');
    const { bundledBrowser } = await built('print/bundled-browser.js');
    const { executable, env } = await bundledBrowser(await openCache(process.env), {});
    browser = await chromium.launch({
      executablePath: executable,
      env: { ...process.env, ...env },
      args: ['--headless', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
  } catch (error) {
    return `no browser to click in: ${String(error.message).split('\n')[0]}`;
  }
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(new URL('/make', address).href);
    await page.click('.hits button');
    await page.click('button.none');
    await page.waitForSelector('.sheet .mark');
    const radios = await page.$$eval('input[type=radio][name^="f."]', (all) =>
      all
        .filter(({ value }) => value === 'yes' || value === 'no')
        .map(({ name, value }) => `${name} ${value}`),
    );
    for (let click = 0; click < clicks; click += 1) {
      const [name, value] = radios[(click * 7) % radios.length].split(' ');
      // From the click in the page itself until other pages stand there, drawn.
      const ms = await page.evaluate(
        ({ name, value }) =>
          new Promise((resolve) => {
            const before = document.querySelector('.sheet canvas');
            const radio = document.querySelector(`input[name="${name}"][value="${value}"]`);
            if (radio.checked) return resolve(undefined);
            const start = performance.now();
            const done = () => {
              const now = document.querySelector('.sheet canvas');
              if (now === null || now === before) return;
              watching.disconnect();
              requestAnimationFrame(() => resolve(performance.now() - start));
            };
            const watching = new MutationObserver(done);
            watching.observe(document.body, { childList: true, subtree: true });
            setTimeout(() => {
              watching.disconnect();
              resolve(undefined);
            }, 10_000);
            radio.click();
          }),
        { name, value },
      );
      if (ms !== undefined) tell('a click until the new pages are drawn', ms, 0);
      await page.waitForFunction(() => document.documentElement.dataset.busy === undefined);
    }
    return undefined;
  } finally {
    await browser.close();
  }
}
