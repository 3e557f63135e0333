/** A part of a batch and a printer -> sent to it as one job, and what to say about that. */

import { z } from 'zod';
import { Fault } from '../../domain/fault.ts';
import type { Desk } from '../desk.ts';
import type { Messages } from '../messages.ts';
import type { DeskBatch } from './batches.ts';
import { combinedPart } from './combined-part.ts';

const formSchema = z.object({ printer: z.string().max(200), part: z.coerce.number().int().min(1).max(999) });

export async function printPart(
  desk: Desk,
  batch: DeskBatch,
  body: unknown,
  messages: Messages,
): Promise<string> {
  const form = formSchema.safeParse(body);
  const printers = await desk.printers.list();
  const printer = printers.find(({ id }) => id === form.data?.printer);
  if (!form.success || printer === undefined || batch.step !== 'done') return messages.text('printer.none');
  try {
    const part = await combinedPart(desk, batch, form.data.part);
    const [paper, other] = part?.papers ?? [];
    if (part === undefined || paper === undefined) return messages.text('batch.no_part');
    // One job has one paper.
    if (other !== undefined) return messages.text('batch.two_papers');
    const { pdf, pages } = part;
    // Nothing about who is in it: queues and printers keep the names of jobs.
    const title = `Handouts, part ${form.data.part}`;
    const { says } = await desk.printers.print({ printer: printer.id, pdf, pages, paper, copies: 1, title });
    return says === 'sent'
      ? messages.text('make.sent', { printer: printer.name })
      : messages.said('printer', says);
  } catch (error) {
    desk.say(`POST /batch/print ${error instanceof Fault ? error.code : 'failed'}`);
    return messages.text('make.not_sent', { printer: printer.name });
  }
}
