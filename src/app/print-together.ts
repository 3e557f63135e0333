/** Handouts that were laid out and a browser -> one PDF of them, each beginning where its page numbers say. */

import { Fault } from '../domain/fault.ts';
import { markPageTwo } from '../fit/mark-page-two.ts';
import type { PrintDocument } from '../print/print-document.ts';
import type { Printer } from '../print/printer.ts';
import type { LaidOut } from '../render/combined-page.ts';
import type { PageKit } from './kit.ts';
import { renderCombined } from './render-page.ts';

/** Where the pages are not as many as expected, they are counted anew. Throws Faults. */
export async function printTogether(
  printer: Printer,
  sheets: readonly LaidOut[],
  title: string,
  page: PageKit,
  signal: AbortSignal,
): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> {
  const once = async (some: readonly LaidOut[]) => {
    const { html, pages } = renderCombined(some, page, title);
    const use = async (document: PrintDocument) => {
      await document.load(html);
      await document.evaluate(markPageTwo);
      return document.pdf();
    };
    const print = await printer.withDocument(use, { signal });
    return { expected: pages, ...print };
  };
  let print = await once(sheets);
  if (print.pages !== print.expected) {
    const counted: LaidOut[] = [];
    for (const sheet of sheets) counted.push({ ...sheet, pages: (await once([sheet])).pages });
    print = await once(counted);
  }
  if (print.pages !== print.expected)
    throw new Fault('print-failed', 'The pages of the combined PDF did not come out where they should', {
      hint: 'The single handouts are right: use them, or --zip, and report this without patient data',
    });
  return print;
}
