/** A printer's address and what is asked of it -> its answer: attributes, a check, a print, how far it is, an end. */

import { PrinterFault } from '../domain/printer-trouble.ts';
import { encodeRequest } from './encode.ts';
import { exchange, type Wire } from './exchange.ts';
import { type JobFacts, jobAttributes, jobFacts } from './job-facts.ts';
import {
  attribute,
  groupTag,
  type IppAnswer,
  type IppAttribute,
  operation,
  status,
  succeeded,
} from './message.ts';
import type { PrinterAddress } from './printer-address.ts';
import { type PrinterFacts, printerAttributes, printerFacts } from './printer-facts.ts';

/** Some printers print while they still take the document in, and rest in between. */
const silenceMs = { question: 15_000, document: 180_000 };

export interface Ticket {
  /** Never about a patient: queues and logs keep it. */
  readonly jobName: string;
  /** Copies, sides, paper and so on. */
  readonly wishes: readonly IppAttribute[];
}

/** Throws `no-such-printer`, `password` and what the line throws. */
export async function askPrinter(address: PrinterAddress, wire: Wire): Promise<PrinterFacts> {
  const wanted = attribute.keyword('requested-attributes', printerAttributes);
  return printerFacts(told(await ask(address, operation.getPrinterAttributes, [wanted], wire)));
}

/** What the printer would say to this print. The answer is judged by the caller. */
export async function validateJob(address: PrinterAddress, ticket: Ticket, wire: Wire): Promise<IppAnswer> {
  return ask(address, operation.validateJob, ticketAttributes(ticket), wire, ticket.wishes);
}

export async function printJob(
  address: PrinterAddress,
  ticket: Ticket,
  document: Uint8Array,
  wire: Wire,
): Promise<IppAnswer> {
  return ask(address, operation.printJob, ticketAttributes(ticket), wire, ticket.wishes, document);
}

/** Undefined when the printer knows the job no longer. */
export async function askJob(address: PrinterAddress, id: number, wire: Wire): Promise<JobFacts | undefined> {
  const wanted = attribute.keyword('requested-attributes', jobAttributes);
  const job = attribute.integer('job-id', id);
  const answer = await ask(address, operation.getJobAttributes, [job, asUser, wanted], wire);
  return answer.status === status.notFound ? undefined : jobFacts(told(answer));
}

/** Whether it was still to be canceled. */
export async function cancelJob(address: PrinterAddress, id: number, wire: Wire): Promise<boolean> {
  const job = attribute.integer('job-id', id);
  return succeeded((await ask(address, operation.cancelJob, [job, asUser], wire)).status);
}

/** Who sits at the desk is nobody's business either. */
const asUser = attribute.name('requesting-user-name', 'handout');

function ticketAttributes({ jobName }: Ticket): IppAttribute[] {
  return [
    asUser,
    attribute.name('job-name', jobName),
    // Else a printer may print on other paper, or on one side, without a word.
    attribute.boolean('ipp-attribute-fidelity', true),
    attribute.mimeType('document-format', 'application/pdf'),
  ];
}

let lastRequest = 0;

async function ask(
  address: PrinterAddress,
  code: number,
  attributes: readonly IppAttribute[],
  wire: Wire,
  wishes: readonly IppAttribute[] = [],
  document?: Uint8Array,
): Promise<IppAnswer> {
  const request = (version: readonly [number, number]) => {
    lastRequest = (lastRequest % 0x7fffffff) + 1;
    return encodeRequest({
      version,
      operation: code,
      requestId: lastRequest,
      groups: [
        {
          tag: groupTag.operation,
          attributes: [
            // These two must come first, in this order; then the printer.
            attribute.charset('attributes-charset', 'utf-8'),
            attribute.language('attributes-natural-language', 'en'),
            attribute.uri('printer-uri', address.uri),
            ...attributes,
          ],
        },
        ...(wishes.length === 0 ? [] : [{ tag: groupTag.job, attributes: wishes }]),
      ],
    });
  };
  const body = (version: readonly [number, number]) =>
    document === undefined ? [request(version)] : [request(version), document];
  const silence = document === undefined ? silenceMs.question : silenceMs.document;
  const answer = await exchange(address, body([2, 0]), silence, wire);
  return answer.status === status.versionNotSupported
    ? exchange(address, body([1, 1]), silence, wire)
    : answer;
}

/** The answer, when it is one to the question. */
function told(answer: IppAnswer): IppAnswer {
  if (succeeded(answer.status)) return answer;
  if (status.authenticationNeeded.some((code) => code === answer.status))
    throw new PrinterFault({ code: 'password' });
  if (answer.status === status.notFound) throw new PrinterFault({ code: 'no-such-printer' });
  if (answer.status === status.busy) throw new PrinterFault({ code: 'busy' });
  throw new PrinterFault({ code: 'refused', detail: `0x${answer.status.toString(16).padStart(4, '0')}` });
}
