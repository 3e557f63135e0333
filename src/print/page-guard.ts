/** A browser -> a page that runs no script, reaches no network and no file, and tells of everything it refused. */

import type { Browser, BrowserContext, CDPSession, Page, Protocol } from 'puppeteer';
import { Fault } from '../domain/fault.ts';

/** What the browser threw, or the way to it: to be told from what our own code throws. */
export class BrowserError extends Error {}

export interface GuardedPage {
  readonly page: Page;
  readonly session: CDPSession;
  readonly frameId: string;
  /** What the present document asked for and did not get, in plain words without names of hosts. */
  readonly refused: Set<string>;
  /** Whether it has held a document. */
  used: boolean;
  /** Whether it was given a size of its own. */
  resized: boolean;
  /** Policy, fonts and styles that stand in it and were found whole. */
  kept: string | undefined;
  /** How many faces were loaded when last looked at. */
  loadedFonts: number;
  /** Waits for `work`, but no longer than the page lives: rejects when the page crashes. Throws Faults and `BrowserError`. */
  alive<T>(work: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What a request was for, as the DevTools protocol names it, in the words of an author. */
const KINDS: Readonly<Record<string, string>> = {
  Document: 'another page',
  Stylesheet: 'a style sheet',
  Image: 'a picture',
  Font: 'a font',
  Media: 'a sound or film',
};

export async function openGuardedPage(browser: Browser): Promise<GuardedPage> {
  // A context of its own: nothing of one document is left for the next.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const session = await page.createCDPSession();
  const refused = new Set<string>();
  const end = endOf(browser, page);
  listen(session, refused);
  const [tree] = await Promise.all([
    session.send('Page.getFrameTree'),
    session.send('Page.enable'),
    session.send('Log.enable'),
    session.send('Fetch.enable'),
    session.send('Emulation.setScriptExecutionDisabled', { value: true }),
    session.send('Emulation.setEmulatedMedia', { media: 'print' }),
    session.send('Emulation.setDeviceMetricsOverride', ALMOST_NO_WINDOW),
    // Without `enable`, being offline is accepted and has no effect.
    session.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }),
    session.send('Network.emulateNetworkConditions', OFFLINE),
  ]);
  return {
    page,
    session,
    frameId: tree.frameTree.frame.id,
    refused,
    used: false,
    resized: false,
    kept: undefined,
    loadedFonts: 0,
    alive: (work) =>
      Promise.race([work, end.reached]).catch((error) => {
        throw error instanceof Fault || isMistake(error) ? error : new BrowserError('', { cause: error });
      }),
    close: () => {
      end.forget();
      return closeContext(context);
    },
  };
}

const mistakes = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError']);

/** Of a probe of our own that ran in the page. Puppeteer hands it on as an error of that name. */
function isMistake(error: unknown): boolean {
  return error instanceof Error && mistakes.has(error.name);
}

/** Rejects when nothing more will come from the page; not every wait of Puppeteer's notices that. */
function endOf(browser: Browser, page: Page): { readonly reached: Promise<never>; forget(): void } {
  let end: (message: string) => void = () => undefined;
  const reached = new Promise<never>((_, reject) => {
    end = (message) => reject(new Fault('print-failed', message, { retryable: true }));
  });
  // Also when nobody waits at that moment.
  reached.catch(() => undefined);
  const gone = () => end('The browser ended while it worked on the document');
  browser.once('disconnected', gone);
  page.once('close', () => end('The page was closed while it was in use'));
  page.once('error', () => end("The browser's page crashed"));
  return { reached, forget: () => void browser.off('disconnected', gone) };
}

/** What would show in a window is painted though nobody looks: that takes time, so next to nothing shows. */
const ALMOST_NO_WINDOW: Protocol.Emulation.SetDeviceMetricsOverrideRequest = {
  width: 800,
  height: 1,
  deviceScaleFactor: 1,
  mobile: false,
};

const OFFLINE: Protocol.Network.EmulateNetworkConditionsRequest = {
  offline: true,
  latency: 0,
  downloadThroughput: 0,
  uploadThroughput: 0,
};

function listen(session: CDPSession, refused: Set<string>): void {
  // Addresses that hold their data themselves never come here: every request that does is a way out.
  session.on('Fetch.requestPaused', ({ requestId, request, resourceType }) => {
    const { url } = request;
    if (url === 'about:blank') {
      void session.send('Fetch.continueRequest', { requestId }).catch(() => undefined);
      return;
    }
    refused.add(`${KINDS[resourceType] ?? 'a file'} ${whereFrom(url)}`);
    void session
      .send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
      .catch(() => undefined);
  });
  // What the page's own security policy stops, and all `file:` addresses, are refused before they become a request.
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.level !== 'error' || entry.source === 'network') return;
    refused.add(kindInLog(entry.text));
  });
  // With scripts off none should open; an open one would hold up the page for ever.
  session.on('Page.javascriptDialogOpening', () => {
    void session.send('Page.handleJavaScriptDialog', { accept: false }).catch(() => undefined);
  });
}

/** The log's own words for what was stopped; never its address. */
function kindInLog(text: string): string {
  if (/inline style/.test(text)) return 'an inline style that its own security policy forbids';
  const word = /\b(image|font|stylesheet|script|media|plugin data|Framing)\b/.exec(text)?.[1];
  const kind = word === undefined ? 'a file' : LOG_KINDS[word];
  return `${kind ?? 'a file'} ${whereFrom(/'?((?:https?|wss?|file|ftp|chrome-error):)/.exec(text)?.[1] ?? '')}`;
}

const LOG_KINDS: Readonly<Record<string, string>> = {
  image: 'a picture',
  font: 'a font',
  stylesheet: 'a style sheet',
  script: 'a script',
  media: 'a sound or film',
  'plugin data': 'an embedded object',
  Framing: 'another page in a frame',
};

function whereFrom(url: string): string {
  if (/^(https?|wss?|ftp):/.test(url)) return 'from the network';
  if (url.startsWith('file:')) return "from this computer's disk";
  return 'from outside the page';
}

async function closeContext(context: BrowserContext): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, 2_000);
  });
  // A page that hangs in its layout answers late or never: the browser's end takes it too.
  await Promise.race([context.close().catch(() => undefined), patience]);
  clearTimeout(timer);
}
