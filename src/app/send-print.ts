/** A printer and a PDF -> the print handed over to it, or refused before anything was sent: told step by step. */

import { Fault } from '../domain/fault.ts';
import { paperNameOf } from '../domain/print-media.ts';
import { PrinterFault, type PrinterTrouble } from '../domain/printer-trouble.ts';
import { jobFacts } from '../ipp/job-facts.ts';
import { groupTag, type IppAnswer, operation, status, succeeded } from '../ipp/message.ts';
import { askPrinter, printJob, type Ticket, validateJob } from '../ipp/operations.ts';
import { type PrinterAddress, printerAddress } from '../ipp/printer-address.ts';
import type { PrinterFacts } from '../ipp/printer-facts.ts';
import type { PrintEnd, PrintedJob, PrintNews } from './print-news.ts';
import { type PrintOrder, planPrint } from './print-order.ts';
import type { PrinterTrust } from './printer-trust.ts';

export interface PrinterChoice {
  readonly name: string;
  readonly uri: string;
  /** A queue that takes PDF where the printer takes none. */
  readonly fallback?: string | undefined;
}

export interface SendOptions {
  readonly trust: PrinterTrust;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Ends with stage `sent`, or with an end. Throws Fault `interrupted` while nothing was sent yet, and `read-failed` or `write-failed` about the list
 * of known printers; what is wrong with the printer is told, not thrown.
 */
export async function* sendPrint(
  printer: PrinterChoice,
  order: PrintOrder,
  { trust, signal }: SendOptions,
): AsyncGenerator<PrintNews> {
  const wire = { trust: trust.check, signal };
  try {
    let address = addressOf(printer.uri);
    let facts = await askPrinter(address, wire);
    yield* newCertificates(trust);
    if (printer.fallback !== undefined && !takesPdf(facts)) {
      address = addressOf(printer.fallback);
      facts = await askPrinter(address, wire);
      yield { kind: 'note', trouble: { code: 'other-queue' } };
      yield* newCertificates(trust);
    }
    const plan = planPrint(facts, order);
    if (!plan.ok) return yield refusal(plan.trouble);
    for (const trouble of plan.notes) yield { kind: 'note', trouble };
    const ticket: Ticket = { jobName: order.jobName, wishes: plan.wishes };
    const paper = paperNameOf(order.onMedia ?? order.media);
    if (facts.operations.length === 0 || facts.operations.includes(operation.validateJob)) {
      const said = await validateJob(address, ticket, wire);
      if (!succeeded(said.status)) return yield refusal(objection(said, paper));
    }
    const job = { printer: printer.name, uri: address.uri, paper, before: facts.reasons };
    yield* handOver(address, ticket, order.pdf, job, wire);
  } catch (error) {
    if (!(error instanceof PrinterFault)) throw error;
    const { trouble } = error;
    yield refusal(trouble.code === 'no-answer' ? { ...trouble, code: 'offline' } : trouble);
  }
}

async function* handOver(
  address: PrinterAddress,
  ticket: Ticket,
  pdf: Uint8Array,
  job: Omit<PrintedJob, 'id'>,
  wire: Parameters<typeof printJob>[3],
): AsyncGenerator<PrintNews> {
  let answer: IppAnswer;
  try {
    answer = await printJob(address, ticket, pdf, wire);
  } catch (error) {
    // From here on it may have the document, all of it or in part.
    const lost = error instanceof PrinterFault && error.trouble.code === 'no-answer';
    const stopped = error instanceof Fault && error.code === 'interrupted';
    if (!lost && !stopped) throw error;
    return yield { kind: 'end', end: 'failed', trouble: { code: 'no-answer' } };
  }
  if (!succeeded(answer.status)) return yield refusal(objection(answer, job.paper));
  const { id } = jobFacts(answer);
  if (id === undefined) return yield { kind: 'end', end: 'failed', trouble: { code: 'forgotten' } };
  yield { kind: 'stage', stage: 'sent', job: { ...job, id } };
}

export function addressOf(uri: string): PrinterAddress {
  const address = printerAddress(uri);
  if (address === undefined) throw new PrinterFault({ code: 'no-such-printer' });
  return address;
}

export function takesPdf({ formats }: PrinterFacts): boolean {
  return formats.length === 0 || formats.includes('application/pdf');
}

function* newCertificates(trust: PrinterTrust): Generator<PrintNews> {
  for (const detail of trust.takeNew())
    yield { kind: 'note', trouble: { code: 'first-certificate', detail } };
}

function refusal(trouble: PrinterTrouble): PrintEnd {
  return { kind: 'end', end: 'refused', trouble };
}

/** What the printer has against it: the attribute that it names, else its code. */
function objection(answer: IppAnswer, paper: string): PrinterTrouble {
  const named = answer.groups.find(({ tag }) => tag === groupTag.unsupported)?.attributes;
  if (answer.status === status.formatNotSupported || named?.has('document-format') === true)
    return { code: 'no-pdf' };
  if (answer.status === status.notAccepting) return { code: 'not-accepting' };
  if (answer.status === status.busy) return { code: 'busy' };
  if (status.authenticationNeeded.some((code) => code === answer.status)) return { code: 'password' };
  if (named?.has('media') === true || named?.has('media-col') === true) return { code: 'wrong-size', paper };
  if (named?.has('sides') === true) return { code: 'no-two-sides' };
  if (named?.has('print-color-mode') === true) return { code: 'no-mono' };
  if (named?.has('copies') === true) return { code: 'too-many-copies', most: 1 };
  return { code: 'refused', detail: `0x${answer.status.toString(16).padStart(4, '0')}` };
}
