/** What a test changes -> a print of two empty pages, as a screen of the desk begins it. */

import type { Paper } from '../../src/domain/clinic.ts';
import type { NewPrint, PrintDocument } from '../../src/web/print/print-run.ts';
import { blankPdf } from './blank-pdf.ts';

const sizes = { A4: [595, 842], A3: [842, 1191], Letter: [612, 792] } as const;

export function newPrint(changes: Partial<NewPrint> = {}): NewPrint {
  return {
    documents: [printDocument('Letter')],
    printer: { id: 'Front desk', name: 'Front desk' },
    wishes: { copies: 1 },
    by: '',
    back: '/leaflets',
    ...changes,
  };
}

/** A3 is on no printer. */
export function printDocument(size: keyof typeof sizes): PrintDocument {
  const [width, height] = sizes[size];
  const paper = size as Paper;
  return {
    pdf: blankPdf(width, height, 2),
    pages: 2,
    paper,
    title: 'Handout BMS-EN-ABCDEF',
    fileName: 'x.pdf',
    records: [],
  };
}
