/** What the caller asked for and what this machine has -> the browsers worth trying, in order, and why others are not. */

import { access, constants } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Fault } from '../domain/fault.ts';
import { type Environment, homeFolder } from './browser-cache.ts';
import { bundledBrowser, bundledUnsupported } from './bundled-browser.ts';
import { installedBrowsers } from './installed-browsers.ts';
import { loadPuppeteer, requireFromPuppeteer } from './load-puppeteer.ts';

/** `given`: the caller named it. `bundled`: from @sparticuz/chromium. `puppeteer-cache`: downloaded by Puppeteer. */
export type BrowserSource = 'given' | 'bundled' | 'puppeteer-cache' | 'installed';

export interface BrowserCandidate {
  readonly source: BrowserSource;
  readonly executable: string;
  /** The small build without windows, which starts three to five times faster. */
  readonly headlessShell: boolean;
  /** Variables that this browser needs on top of the usual ones. */
  readonly env: Readonly<Record<string, string>>;
}

export interface SkippedBrowser {
  readonly source: BrowserSource;
  readonly executable?: string;
  /** Plain words, to follow "was not used because". */
  readonly reason: string;
}

export type BrowserFinding = { readonly candidate: BrowserCandidate } | { readonly skipped: SkippedBrowser };

export interface FindOptions {
  readonly env: Environment;
  /** Use this program and no other; without it, `PUPPETEER_EXECUTABLE_PATH` of `env`. */
  readonly executable?: string | undefined;
  readonly onProgress?: ((message: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Yields candidates lazily: nothing is unpacked or looked up behind the first one that works. */
export async function* findBrowsers(cache: string, options: FindOptions): AsyncGenerator<BrowserFinding> {
  const given = options.executable ?? (options.env.PUPPETEER_EXECUTABLE_PATH || undefined);
  if (given !== undefined) {
    yield await givenBrowser(given, options);
    return;
  }
  yield await bundled(cache, options);
  yield await fromPuppeteerCache(options.env);
  const installed = await installedBrowsers(options.env);
  if (installed.length === 0) yield skip('installed', 'no Chrome, Chromium or Edge was found');
  for (const executable of installed) yield candidate('installed', executable);
}

async function givenBrowser(path: string, options: FindOptions): Promise<BrowserFinding> {
  if (await isExecutable(path)) return candidate('given', resolve(path));
  const origin = options.executable === undefined ? 'PUPPETEER_EXECUTABLE_PATH names' : 'The settings name';
  throw new Fault('browser-missing', `${origin} a browser that can't be run: ${path}`, {
    hint: 'Correct the path, or leave it out: then the bundled browser is used.',
  });
}

async function bundled(cache: string, options: FindOptions): Promise<BrowserFinding> {
  const unsupported = bundledUnsupported();
  if (unsupported !== undefined) return skip('bundled', unsupported);
  try {
    const { executable, env } = await bundledBrowser(cache, options);
    return { candidate: { source: 'bundled', executable, headlessShell: true, env: { ...env } } };
  } catch (error) {
    options.signal?.throwIfAborted();
    return skip(
      'bundled',
      `it can't be unpacked (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

/** The build that this version of Puppeteer was made with, when someone let Puppeteer download it. */
async function fromPuppeteerCache(env: Environment): Promise<BrowserFinding> {
  const cacheDir = env.PUPPETEER_CACHE_DIR ?? join(homeFolder(env), '.cache', 'puppeteer');
  const { PUPPETEER_REVISIONS } = loadPuppeteer() as unknown as Revisions;
  const { computeExecutablePath, Browser } = requireFromPuppeteer('@puppeteer/browsers') as BrowsersModule;
  for (const browser of [Browser.CHROMEHEADLESSSHELL, Browser.CHROME] as const) {
    const executable = computeExecutablePath({ cacheDir, browser, buildId: PUPPETEER_REVISIONS[browser] });
    if (await isExecutable(executable)) return candidate('puppeteer-cache', executable);
  }
  return skip('puppeteer-cache', 'Puppeteer has not downloaded a browser');
}

/** Exported by Puppeteer, and left out of its types. */
interface Revisions {
  readonly PUPPETEER_REVISIONS: Readonly<Record<'chrome' | 'chrome-headless-shell', string>>;
}

interface BrowsersModule {
  readonly Browser: { readonly CHROMEHEADLESSSHELL: 'chrome-headless-shell'; readonly CHROME: 'chrome' };
  computeExecutablePath(options: { cacheDir: string; browser: string; buildId: string }): string;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function candidate(source: BrowserSource, executable: string): BrowserFinding {
  const headlessShell = /headless[-_]shell/.test(basename(executable));
  return { candidate: { source, executable, headlessShell, env: {} } };
}

function skip(source: BrowserSource, reason: string): BrowserFinding {
  return { skipped: { source, reason } };
}
