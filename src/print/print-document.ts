/** HTML in a guarded page -> measurements and a checked PDF of that very document, loaded once. */

import { Fault } from '../domain/fault.ts';
import { divide, putInPlace } from './kept-styles.ts';
import type { GuardedPage } from './page-guard.ts';
import { charactersInUse, inspectPage, type PageState } from './page-state.ts';
import { type PdfFacts, readPdfFacts } from './pdf-facts.ts';

const LOAD_TIMEOUT_MS = 15_000;
const PATIENCE = { timeout: 30_000 };

const PRINT = {
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  preferCSSPageSize: true,
  printBackground: true,
} as const;

export interface PrintedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** PostScript names of the fonts in it. */
  readonly fonts: readonly string[];
}

export interface PrintDocument {
  /**
   * Runs a function in the page, in print media, and returns its JSON result. It is sent as text: it may use
   * only its argument and the page's own `document`, and no timers or events, which stand still without scripts.
   */
  evaluate<T>(probe: () => T | Promise<T>): Promise<T>;
  evaluate<A, T>(probe: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  /** Loads a document, in place of the one before; Fault `asset-refused`, `font-fallback` or `print-failed`. */
  load(html: string): Promise<void>;
  /** Prints what was loaded; Fault `asset-refused`, `font-fallback` or `print-failed`. */
  pdf(): Promise<PrintedPdf>;
}

/** A page that may have held another patient's document: before the first `load` it gives nothing away. */
export function printDocument(
  guarded: GuardedPage,
  allowedFonts: readonly string[] | undefined,
): PrintDocument {
  const { page, alive } = guarded;
  let state: PageState | undefined;
  return {
    evaluate: async <A, T>(probe: (argument: A) => T | Promise<T>, argument?: A) => {
      if (state === undefined) throw nothingLoaded();
      return alive(page.evaluate(probe as (argument: unknown) => unknown, argument)) as Promise<T>;
    },
    load: async (html) => {
      state = undefined;
      state = await load(guarded, html);
    },
    pdf: async () => {
      if (state === undefined) throw nothingLoaded();
      let pdf = await render(guarded);
      const after = await inspect(guarded, 'fonts');
      // A face that only a page margin uses is first asked for by printing itself, and misses that first print.
      if (after.loadedFonts !== state.loadedFonts) pdf = await render(guarded);
      state = after;
      const facts = readPdfFacts(pdf);
      refuseForeignFonts(facts.fonts, allowedFonts);
      if (facts.missingGlyphs > 0) throw boxes(facts, await alive(page.evaluate(charactersInUse)));
      if (facts.pages === 0)
        throw new Fault('print-failed', 'The browser printed no pages', { retryable: true });
      return { pdf, pages: facts.pages, fonts: facts.fonts };
    },
  };
}

function nothingLoaded(): Error {
  return new Error('no document was loaded');
}

async function load(guarded: GuardedPage, html: string): Promise<PageState> {
  const { session, frameId } = guarded;
  const divided = divide(html);
  if (divided !== undefined && divided.kept === guarded.kept) {
    guarded.refused.clear();
    await unlessRefused(guarded, guarded.page.evaluate(putInPlace, divided.changing));
    // It holds nothing that could load but fonts, and those are looked at once it is printed.
    return { ...NOTHING_WRONG, loadedFonts: guarded.loadedFonts };
  }
  guarded.kept = undefined;
  // Each document written over another leaves its security policy there too: after hundreds a page takes three times as long.
  if (guarded.used) await untilLoaded(guarded, session.send('Page.navigate', { url: 'about:blank' }));
  guarded.used = true;
  guarded.refused.clear();
  // What `page.setContent` does, without sending the document through a script call: a third of its time.
  await untilLoaded(guarded, session.send('Page.setDocumentContent', { frameId, html }));
  const state = await inspect(guarded, 'all');
  guarded.kept = divided?.kept;
  return state;
}

const NOTHING_WRONG = { inPlace: true, outside: [], brokenImages: 0, failedFonts: [] };

async function untilLoaded({ session, alive }: GuardedPage, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const loaded = new Promise<void>((resolve, reject) => {
    session.once('Page.loadEventFired', () => resolve());
    timer = setTimeout(() => {
      reject(new Fault('print-failed', 'The page did not finish loading in time', { retryable: true }));
    }, LOAD_TIMEOUT_MS);
  });
  try {
    await alive(Promise.all([work, loaded]));
  } finally {
    clearTimeout(timer);
  }
}

async function render(guarded: GuardedPage): Promise<Uint8Array> {
  // What `page.pdf` does, in one answer where that asks for piece after piece.
  const { data } = await unlessRefused(guarded, guarded.session.send('Page.printToPDF', PRINT, PATIENCE));
  return Buffer.from(data, 'base64');
}

/** A document that tries to go elsewhere breaks off the work on it: that is its fault, not the browser's. */
async function unlessRefused<T>({ alive, refused }: GuardedPage, work: Promise<T>): Promise<T> {
  try {
    return await alive(work);
  } catch (error) {
    throw refused.size === 0 || error instanceof Fault ? error : refusal([...refused]);
  }
}

/** Waits for the fonts; throws when the document is not whole. */
async function inspect(guarded: GuardedPage, what: Parameters<typeof inspectPage>[0]): Promise<PageState> {
  const state = await unlessRefused(guarded, guarded.page.evaluate(inspectPage, what));
  guarded.loadedFonts = state.loadedFonts;
  const missing = [...guarded.refused];
  for (const thing of state.outside) {
    if (!missing.some((known) => known.startsWith(thing))) missing.push(`${thing} that is not built into it`);
  }
  if (missing.length === 0 && state.brokenImages > 0) missing.push('a picture whose data is damaged');
  if (missing.length === 0 && !state.inPlace) missing.push('another page');
  if (missing.length > 0) throw refusal(missing);
  if (state.failedFonts.length > 0) {
    throw new Fault('font-fallback', `Fonts in the document are damaged: ${state.failedFonts.join(', ')}`, {
      hint: 'Install the program again: its font files are not whole.',
    });
  }
  return state;
}

function refusal(missing: string[]): Fault {
  const hint = 'Everything must be built into the HTML as data: nothing is ever loaded while printing.';
  const list = missing.sort().join(', ');
  return new Fault('asset-refused', `The document asks for what it does not hold: ${list}`, { hint });
}

function refuseForeignFonts(fonts: readonly string[], allowed: readonly string[] | undefined): void {
  const foreign = fonts.filter(
    (font) => allowed !== undefined && !allowed.some((name) => font.startsWith(name)),
  );
  if (foreign.length === 0) return;
  throw new Fault(
    'font-fallback',
    `Some text came out in fonts that are not the handout's own: ${foreign.join(', ')}`,
    {
      hint: 'The text holds a character, or the style sheet names a font, that the fonts of the handout do not cover.',
    },
  );
}

function boxes({ missingGlyphs, drawn }: PdfFacts, used: readonly string[]): Fault {
  // Control and format characters are drawn by no font, and need not be.
  const suspects = used.filter((character) => !/[\p{C}\p{Z}\s]/u.test(character) && !drawn.has(character));
  const names = suspects.map(
    (character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`,
  );
  const which = names.length === 0 ? '' : ` (${names.sort().join(', ')})`;
  return new Fault(
    'font-fallback',
    `Empty boxes stand for ${missingGlyphs} characters that no font holds${which}`,
    {
      hint: 'Write them in other words or with other characters.',
    },
  );
}
