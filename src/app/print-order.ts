/** A printer's facts and what is to be printed -> the attributes to send it with, or why it can't. */

import type { Sides } from '../domain/clinic.ts';
import { paperNameOf, sizeOfMedia } from '../domain/print-media.ts';
import type { PrinterTrouble } from '../domain/printer-trouble.ts';
import { attribute, type IppAttribute } from '../ipp/message.ts';
import type { PrinterFacts } from '../ipp/printer-facts.ts';

export interface PrintOrder {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** The paper that the pages were made for, by its name in IPP. */
  readonly media: string;
  /** Other paper: the pages are made to fit it. */
  readonly onMedia?: string | undefined;
  /** Topic and content id at most: queues, printers and their logs keep it. */
  readonly jobName: string;
  readonly copies: number;
  /** `auto`: both sides of the paper where the printer can. */
  readonly sides: Sides | 'auto';
  readonly mono: boolean;
  /** By its name in IPP; left out: the printer takes the one with the paper. */
  readonly tray?: string | undefined;
}

export type PrintPlan =
  | { readonly ok: true; readonly wishes: readonly IppAttribute[]; readonly notes: readonly PrinterTrouble[] }
  | { readonly ok: false; readonly trouble: PrinterTrouble };

export function planPrint(facts: PrinterFacts, order: PrintOrder): PrintPlan {
  const media = order.onMedia ?? order.media;
  const paper = paperNameOf(media);
  const can = (all: readonly string[], one: string) => all.length === 0 || all.includes(one);
  const no = (trouble: PrinterTrouble): PrintPlan => ({ ok: false, trouble });

  if (!facts.accepting) return no({ code: 'not-accepting' });
  if (!can(facts.formats, 'application/pdf')) return no({ code: 'no-pdf' });
  if (!can(facts.media, media)) return no({ code: 'wrong-size', paper });
  if (order.sides !== 'auto' && !can(facts.sides, order.sides)) return no({ code: 'no-two-sides' });
  if (order.tray !== undefined && !facts.trays.includes(order.tray)) return no({ code: 'no-tray' });
  if (order.mono && !can(facts.colorModes, 'monochrome')) return no({ code: 'no-mono' });
  if (facts.mostCopies !== undefined && order.copies > facts.mostCopies)
    return no({ code: 'too-many-copies', most: facts.mostCopies });

  const notes: PrinterTrouble[] = [];
  if (!can(facts.mediaReady, media)) notes.push({ code: 'not-loaded', paper });
  const twoSided = order.pages > 1 && facts.sides.includes('two-sided-long-edge');
  if (order.sides === 'auto' && order.pages > 1 && !twoSided)
    notes.push({ code: 'one-side-only', sheets: order.pages });
  const sides = order.sides === 'auto' ? (twoSided ? 'two-sided-long-edge' : 'one-sided') : order.sides;
  // Made for this very paper, a page is not to be made smaller for the printer's margins.
  const scaling = order.onMedia === undefined || order.onMedia === order.media ? 'none' : 'fit';
  // A printer that did not say what it knows is not sent what it may not know: it would refuse it all.
  const wishes = [
    ...(order.copies === 1 ? [] : [attribute.integer('copies', order.copies)]),
    ...onPaper(facts, media, order.tray),
    ...(facts.sides.includes(sides) ? [attribute.keyword('sides', sides)] : []),
    ...(order.mono && facts.colorModes.includes('monochrome')
      ? [attribute.keyword('print-color-mode', 'monochrome')]
      : []),
    ...(facts.scalings.includes(scaling) ? [attribute.keyword('print-scaling', scaling)] : []),
  ];
  return { ok: true, wishes, notes };
}

/** Paper by its name, or, from a tray, by its size: the two can't be asked for together. */
function onPaper(facts: PrinterFacts, media: string, tray: string | undefined): IppAttribute[] {
  const size = tray === undefined ? undefined : sizeOfMedia(media);
  if (tray === undefined || size === undefined)
    return facts.media.includes(media) ? [attribute.keyword('media', media)] : [];
  const sides = [attribute.integer('x-dimension', size.width), attribute.integer('y-dimension', size.height)];
  return [
    attribute.collection('media-col', [
      attribute.collection('media-size', sides),
      attribute.keyword('media-source', tray),
    ]),
  ];
}
