/** The clinic's printers -> the one to print with, and how each of them is now. */

import type { ClinicPrinter } from '../domain/clinic.ts';
import { mediaNamed, paperNameOf } from '../domain/print-media.ts';
import { PrinterFault, type PrinterTrouble } from '../domain/printer-trouble.ts';
import { askPrinter } from '../ipp/operations.ts';
import { printerAddress } from '../ipp/printer-address.ts';
import type { PrinterFacts } from '../ipp/printer-facts.ts';
import type { PrintWire } from './print-news.ts';
import { troubleOf } from './printer-reasons.ts';
import { addressOf, takesPdf } from './send-print.ts';

/** By name, whatever its capitals, or by address; undefined when it is neither. */
export function printerNamed(printers: readonly ClinicPrinter[], wanted: string): ClinicPrinter | undefined {
  const named = printers.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  if (named !== undefined) return named;
  return printerAddress(wanted) === undefined ? undefined : printerAt(wanted);
}

export function printerAt(uri: string): ClinicPrinter {
  return { name: printerAddress(uri)?.host ?? uri, uri, papers: [], mono: false };
}

/** The first that is set up for this paper, else the first that is set up for none in particular. */
export function printerFor(printers: readonly ClinicPrinter[], media: string): ClinicPrinter | undefined {
  return (
    printers.find(({ papers }) => papers.some((paper) => mediaNamed(paper) === media)) ??
    printers.find(({ papers }) => papers.length === 0)
  );
}

export interface PrinterState {
  readonly name: string;
  readonly uri: string;
  readonly state: 'ready' | 'busy' | 'trouble';
  readonly trouble?: PrinterTrouble;
  /** What follows is absent when it did not answer. */
  readonly model?: string;
  readonly location?: string;
  /** By itself, or by its fallback. */
  readonly takesPdf?: boolean;
  readonly twoSided?: boolean;
  readonly mono?: boolean;
  readonly color?: boolean;
  /** Names of the papers it says are loaded; of those it knows when it does not say. */
  readonly papers?: readonly string[];
  /** Trays that one can choose, by their names in IPP. */
  readonly trays?: readonly string[];
}

/** Asks all of them at the same time. */
export function printerStates(printers: readonly ClinicPrinter[], wire: PrintWire): Promise<PrinterState[]> {
  return Promise.all(printers.map((printer) => stateOf(printer, wire)));
}

async function stateOf(printer: ClinicPrinter, wire: PrintWire): Promise<PrinterState> {
  const { name, uri, fallback } = printer;
  try {
    const facts = await askPrinter(addressOf(uri), wire);
    const trouble = hindrance(facts, fallback !== undefined);
    return {
      name,
      uri,
      state: trouble !== undefined ? 'trouble' : facts.condition === 'printing' ? 'busy' : 'ready',
      ...(trouble === undefined ? {} : { trouble }),
      ...(facts.model === undefined ? {} : { model: facts.model }),
      ...(facts.location === undefined ? {} : { location: facts.location }),
      takesPdf: takesPdf(facts) || fallback !== undefined,
      twoSided: facts.sides.includes('two-sided-long-edge'),
      mono: facts.colorModes.includes('monochrome'),
      color: facts.colorModes.includes('color'),
      trays: facts.trays,
      papers: (facts.mediaReady.length > 0 ? facts.mediaReady : facts.media).map(paperNameOf),
    };
  } catch (error) {
    if (!(error instanceof PrinterFault)) throw error;
    const { trouble } = error;
    const code = trouble.code === 'no-answer' ? 'offline' : trouble.code;
    return { name, uri, state: 'trouble', trouble: { ...trouble, code } };
  }
}

function hindrance(facts: PrinterFacts, hasFallback: boolean): PrinterTrouble | undefined {
  if (!facts.accepting) return { code: 'not-accepting' };
  return troubleOf(facts) ?? (takesPdf(facts) || hasFallback ? undefined : { code: 'no-pdf' });
}
