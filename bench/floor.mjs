/** Final HTML -> how fast the same browser prints it with nothing else done, on warm pages, new pages, new browsers. */

import { launchBrowser } from '../dist/print/launch.js';

const PRINT = {
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  preferCSSPageSize: true,
  printBackground: true,
};

async function openPage(browser) {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  await session.send('Page.enable');
  const { frameTree } = await session.send('Page.getFrameTree');
  return { page, session, frameId: frameTree.frame.id };
}

/** `again`: the sheet that stands in the page is printed once more, so that nothing but printing is counted. */
async function print({ session, frameId }, html, again) {
  if (!again) {
    // Else each document leaves its security policy in the next, and all become slower.
    await loaded(session, session.send('Page.navigate', { url: 'about:blank' }));
    await loaded(session, session.send('Page.setDocumentContent', { frameId, html }));
  }
  const { data } = await session.send('Page.printToPDF', PRINT);
  return Buffer.from(data, 'base64');
}

async function loaded(session, work) {
  const event = new Promise((resolve) => session.once('Page.loadEventFired', resolve));
  await Promise.all([work, event]);
}

const launch = (options) =>
  launchBrowser({ env: process.env, ...(options.noSandbox ? { sandbox: 'off' } : {}) });

/** Handouts a second. */
export async function warmPages(sheets, pages, options, again = false) {
  const running = await launch(options);
  try {
    const opened = [];
    for (let count = 0; count < pages; count += 1) opened.push(await openPage(running.browser));
    for (const page of opened) for (const html of sheets.slice(0, 6)) await print(page, html);
    let next = 0;
    const start = performance.now();
    await Promise.all(
      opened.map(async (page) => {
        while (next < sheets.length) await print(page, sheets[next++], again);
      }),
    );
    return (sheets.length * 1000) / (performance.now() - start);
  } finally {
    await running.process.close();
  }
}

export async function newPages(sheets, options) {
  const running = await launch(options);
  try {
    const start = performance.now();
    for (const html of sheets) {
      const page = await openPage(running.browser);
      await print(page, html);
      await page.page.close();
    }
    return (sheets.length * 1000) / (performance.now() - start);
  } finally {
    await running.process.close();
  }
}

export async function newBrowsers(sheets, options) {
  const start = performance.now();
  for (const html of sheets) await warmOnce(html, options);
  return (sheets.length * 1000) / (performance.now() - start);
}

async function warmOnce(html, options) {
  const running = await launch(options);
  await print(await openPage(running.browser), html);
  await running.process.close();
}

export async function browserFacts(options) {
  const running = await launch(options);
  await running.process.close();
  return running.facts;
}
