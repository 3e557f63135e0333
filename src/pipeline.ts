/** The stages, given as functions, in their one order: tailor, render, measure, fit, print, finish -> one handout. */

import type { Handout } from './domain/handout.ts';
import type { PageSettings } from './domain/page-settings.ts';
import type { Refusal, Trace } from './domain/trace.ts';

export type TailorResult =
  | { readonly kind: 'handout'; readonly handout: Handout; readonly trace: Trace }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly trace: Trace };

/** What is decided by looking at the page: how it is laid out, and what has no room. */
export interface Layout {
  readonly settings: PageSettings;
  readonly omit: ReadonlySet<string>;
}

/** A loaded page that can be measured, replaced and printed. */
export interface LoadedPage<M> {
  measure(): Promise<M>;
  replace(html: string): Promise<void>;
  print(): Promise<{ readonly pdf: Uint8Array; readonly pages: number }>;
}

export interface Stages<M> {
  tailor(omit: ReadonlySet<string>): TailorResult;
  render(handout: Handout, settings: PageSettings): string;
  open<T>(html: string, use: (page: LoadedPage<M>) => Promise<T>): Promise<T>;
  /** The next layout, or undefined when this one stands. */
  fit(measured: M, layout: Layout, handout: Handout): Layout | undefined;
  finish(pdf: Uint8Array): Uint8Array;
}

export type Produced =
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly trace: Trace }
  | {
      readonly kind: 'printed';
      readonly trace: Trace;
      readonly handout: Handout;
      readonly pdf: Uint8Array;
      readonly pages: number;
    };

/** Each round can only leave out more or give more relief, so a few suffice; the last layout is printed as it is. */
const mostRounds = 6;

/** Measures the very page that is then printed. */
export async function produce<M>(stages: Stages<M>, first: Layout): Promise<Produced> {
  const tailored = stages.tailor(first.omit);
  if (tailored.kind === 'refused') return tailored;
  const html = stages.render(tailored.handout, first.settings);
  return stages.open(html, async (page) => {
    let { handout, trace } = tailored;
    let layout = first;
    for (let round = 0; round < mostRounds; round += 1) {
      const next = stages.fit(await page.measure(), layout, handout);
      if (next === undefined) break;
      layout = next;
      const again = stages.tailor(layout.omit);
      if (again.kind === 'refused') return again;
      ({ handout, trace } = again);
      await page.replace(stages.render(handout, layout.settings));
    }
    const { pdf, pages } = await page.print();
    return { kind: 'printed', trace, handout, pdf: stages.finish(pdf), pages };
  });
}
