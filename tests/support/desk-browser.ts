/** The bundled browser, driven as a person at the desk would, and axe-core's opinion of what it shows. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openCache } from '../../src/print/browser-cache.ts';
import { bundledBrowser } from '../../src/print/bundled-browser.ts';
import { type RunningDesk, startDesk } from './desk-server.ts';

export interface DeskInBrowser {
  /** Known once the tests run. */
  readonly running: () => RunningDesk;
  readonly address: () => string;
  /** A new person at the desk; gone after the test. A script that throws fails the test. */
  open(options?: BrowserContextOptions, path?: string): Promise<Page>;
}

/** For a whole test file: one desk and one browser, started before its tests and ended after them. */
export function deskInBrowser(path: string, options: () => Parameters<typeof startDesk>[0]): DeskInBrowser {
  let running: RunningDesk | undefined;
  let browser: Browser | undefined;
  let address = '';
  const pages: Page[] = [];
  beforeAll(async () => {
    running = await startDesk(options());
    await running.app.listen({ port: 0, host: '127.0.0.1' });
    address = `http://127.0.0.1:${(running.app.server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    await running?.close();
  });
  const started = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('The desk has not been started');
    return thing;
  };
  return {
    running: () => started(running),
    address: () => address,
    open: async (context = {}, at = path) => {
      const viewport = { width: 1440, height: 900 };
      const page = await (await started(browser).newContext({ viewport, ...context })).newPage();
      page.on('pageerror', (error) => expect.soft(error.message).toBe(''));
      pages.push(page);
      await page.goto(`${address}${at}`);
      return page;
    },
  };
}

/** How much of a page lies beyond the end of its lines: 0 when nothing has to be scrolled to the side. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

export async function openBrowser(): Promise<Browser> {
  const { executable, env } = await bundledBrowser(await openCache(process.env), {});
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: executable,
    env: { ...definedOnly(process.env), ...env },
    args: ['--headless', ...sandbox],
  });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of WCAG 2.2 AA and good practice that the page breaks, each with the first place. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{
          violations: { id: string; nodes: { target: unknown[]; failureSummary: string }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${String(nodes[0]?.target)} ${nodes[0]?.failureSummary}`,
    );
  });
}
