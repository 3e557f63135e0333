/** Options -> a printer that turns HTML into checked PDF, one isolated page for each document. */

import { Fault } from '../domain/fault.ts';
import { type BrowserFacts, type LaunchOptions, launchBrowser, type RunningBrowser } from './launch.ts';
import { BrowserError, type GuardedPage, openGuardedPage } from './page-guard.ts';
import { type PrintDocument, type PrintedPdf, printDocument } from './print-document.ts';

export interface PrinterOptions extends LaunchOptions {
  /** Beginnings of the PostScript names that may be in a PDF, as `NotoSans`; without it, any font is let through. */
  readonly allowedFonts?: readonly string[] | undefined;
  /** How many documents one page may serve before a fresh, isolated one replaces it: 1, or some hundreds in a batch. */
  readonly documentsPerPage?: number | undefined;
}

export interface DocumentOptions {
  /** Gives up this document alone; the signal of the printer ends the browser. */
  readonly signal?: AbortSignal | undefined;
  /** In CSS pixels; for measuring, as wide as the part of the paper that is printed on. */
  readonly viewport?: { readonly width: number; readonly height: number } | undefined;
}

export interface Printer {
  readonly browser: BrowserFacts;
  /** A page for as much loading, measuring and printing as `use` does. */
  withDocument<T>(use: (document: PrintDocument) => Promise<T>, options?: DocumentOptions): Promise<T>;
  print(html: string, options?: DocumentOptions): Promise<PrintedPdf>;
  measure<A, T>(
    html: string,
    probe: (argument: A) => T | Promise<T>,
    argument: A,
    options?: DocumentOptions,
  ): Promise<T>;
  /** The browser is gone: nothing can be printed with it any more. */
  ended(): boolean;
  /** Ends the browser and removes its profile; safe to call twice. */
  close(): Promise<void>;
}

/** Starts a browser with a first page ready; Fault `browser-missing`, `browser-failed` or `interrupted`. */
export async function openPrinter(options: PrinterOptions): Promise<Printer> {
  const running = await launchBrowser(options);
  const end = () => running.process.kill();
  options.signal?.addEventListener('abort', end, { once: true });
  if (options.signal?.aborted) end();
  const pages = new Pages(running, options.documentsPerPage ?? 1);
  try {
    await pages.prepare();
  } catch (error) {
    options.signal?.removeEventListener('abort', end);
    await running.process.close();
    throw asFault(error, running, [options.signal]);
  }
  const withDocument: Printer['withDocument'] = async (use, { signal, viewport } = {}) => {
    let taken: ServedPage | undefined;
    let inUse = false;
    const giveUp = () => void taken?.guarded.close();
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      signal?.throwIfAborted();
      taken = await pages.take();
      signal?.throwIfAborted();
      const { guarded } = taken;
      if (viewport !== undefined || guarded.resized) await guarded.page.setViewport(viewport ?? null);
      guarded.resized = viewport !== undefined;
      inUse = true;
      const result = await use(printDocument(guarded, options.allowedFonts));
      pages.giveBack(taken);
      return result;
    } catch (error) {
      void taken?.guarded.close();
      const ours = inUse && !(error instanceof BrowserError);
      throw ours
        ? orInterrupted(error, [options.signal, signal])
        : asFault(error, running, [options.signal, signal]);
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  };
  return {
    browser: running.facts,
    withDocument,
    print: (html, each) =>
      withDocument(async (document) => {
        await document.load(html);
        return document.pdf();
      }, each),
    measure: (html, probe, argument, each) =>
      withDocument(async (document) => {
        await document.load(html);
        return document.evaluate(probe, argument);
      }, each),
    ended: () => running.process.hasEnded,
    close: async () => {
      options.signal?.removeEventListener('abort', end);
      await running.process.close();
    },
  };
}

interface ServedPage {
  readonly guarded: GuardedPage;
  served: number;
}

/** Pages that wait for a document; each is used by one document at a time. */
class Pages {
  readonly #running: RunningBrowser;
  readonly #documentsPerPage: number;
  readonly #idle: ServedPage[] = [];

  constructor(running: RunningBrowser, documentsPerPage: number) {
    this.#running = running;
    this.#documentsPerPage = documentsPerPage;
  }

  async prepare(): Promise<void> {
    this.#idle.push(await this.#open());
  }

  async take(): Promise<ServedPage> {
    return this.#idle.pop() ?? (await this.#open());
  }

  /** Nobody has to wait for a page to close. */
  giveBack(page: ServedPage): void {
    page.served += 1;
    if (page.served < this.#documentsPerPage) this.#idle.push(page);
    else void page.guarded.close();
  }

  async #open(): Promise<ServedPage> {
    return { guarded: await openGuardedPage(this.#running.browser), served: 0 };
  }
}

/** Faults stay; all else becomes one that says who ended the work: the caller, the browser, or this document. */
function asFault(
  error: unknown,
  running: RunningBrowser,
  signals: readonly (AbortSignal | undefined)[],
): unknown {
  const told = orInterrupted(error, signals);
  if (told instanceof Fault) return told;
  const cause = error instanceof BrowserError ? error.cause : error;
  if (running.process.hasEnded)
    return new Fault('browser-failed', 'The browser ended unexpectedly', { cause, retryable: true });
  return new Fault('print-failed', 'The browser could not print the document', { cause, retryable: true });
}

/** What the user of a page throws keeps its words: no browser is to blame for it. */
function orInterrupted(error: unknown, signals: readonly (AbortSignal | undefined)[]): unknown {
  const interrupted = signals.some((signal) => signal?.aborted);
  return interrupted ? new Fault('interrupted', 'The work was interrupted') : error;
}
