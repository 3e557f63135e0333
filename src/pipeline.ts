/** The stages, given as functions, in their one order: tailor, render, measure, fit, print, finish -> one handout. */

import { Fault } from './domain/fault.ts';
import type { Handout } from './domain/handout.ts';
import { DEFAULT_PAGE_SETTINGS, type PageSettings } from './domain/page-settings.ts';
import type { Refusal, Trace } from './domain/trace.ts';

export type TailorResult =
  | { readonly kind: 'handout'; readonly handout: Handout; readonly trace: Trace }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly trace: Trace };

/** What is decided by looking at the page: how it is laid out, what has no room, and how many pages that should print. */
export interface Layout {
  readonly settings: PageSettings;
  readonly omit: readonly string[];
  readonly pages: number;
  /** Both warning boxes stand whole on page 1. */
  readonly signsOnPageOne: boolean;
}

/** A page in which sheets are measured and printed. */
export interface SheetPage<M> {
  /** The page then holds nothing that may be printed. */
  measure(html: string): Promise<M>;
  load(html: string): Promise<void>;
  /** Of the sheet that was loaded last: both warning boxes end on page 1. */
  signsOnPageOne(): Promise<boolean>;
  print(): Promise<{ readonly pdf: Uint8Array; readonly pages: number }>;
}

export interface Stages<M> {
  tailor(omit: ReadonlySet<string>): TailorResult;
  render(handout: Handout, settings: PageSettings): string;
  open<T>(use: (page: SheetPage<M>) => Promise<T>): Promise<T>;
  /** `reserve`: mm to leave free at the foot of every page. */
  fit(measured: M, reserve: number): Layout;
  finish(pdf: Uint8Array): Uint8Array;
  /** Templates that are not ours: what was worked out is looked at on the sheet itself. */
  readonly ownTemplates: boolean;
}

export type Produced =
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly trace: Trace }
  | {
      readonly kind: 'printed';
      readonly trace: Trace;
      readonly handout: Handout;
      /** With which it was laid out. */
      readonly settings: PageSettings;
      readonly pdf: Uint8Array;
      readonly pages: number;
    };

/** Print breaks lines a hair differently from what is measured: when a page too many comes out, more room is left free. */
const reserves = [1, 4, 8];

/** Measures the whole sheet, and prints of it what fits. */
export async function produce<M>(stages: Stages<M>): Promise<Produced> {
  const whole = stages.tailor(new Set());
  if (whole.kind === 'refused') return whole;
  const html = stages.render(whole.handout, DEFAULT_PAGE_SETTINGS);
  return stages.open(async (page) => {
    const measured = await page.measure(html);
    let last: Produced | undefined;
    let surprised = false;
    for (const reserve of reserves) {
      const layout = stages.fit(measured, reserve);
      const tailored = stages.tailor(new Set(layout.omit));
      if (tailored.kind === 'refused') return tailored;
      if (!layout.signsOnPageOne) throw signsTooLong();
      await page.load(stages.render(tailored.handout, layout.settings));
      const { pdf, pages } = await page.print();
      const { handout, trace } = tailored;
      last = { kind: 'printed', trace, handout, settings: layout.settings, pdf: stages.finish(pdf), pages };
      surprised = pages > layout.pages;
      if (!surprised) break;
    }
    if (last === undefined) throw new Error('no layout was tried');
    if ((surprised || stages.ownTemplates) && !(await page.signsOnPageOne())) throw signsTooLong();
    return last;
  });
}

/** A sheet whose warning signs are not all on its first page is not worth handing over. */
function signsTooLong(): Fault {
  return new Fault('signs-too-long', 'The warning signs do not fit on page 1, so nothing was printed', {
    hint: 'Use A4 paper or a shorter letterhead, or answer more factors: each answer makes the list of signs shorter',
  });
}
