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
    const pdf = await combinedPart(desk, batch, form.data.part);
    if (pdf === undefined) return messages.text('batch.no_part');
    // Nothing about who is in it: queues and printers keep the names of jobs.
    await desk.printers.print({ printer: printer.id, pdf, copies: 1, title: `handouts-${form.data.part}` });
    return messages.text('make.sent', { printer: printer.name });
  } catch (error) {
    desk.say(`POST /batch/print ${error instanceof Fault ? error.code : 'failed'}`);
    return messages.text('make.not_sent', { printer: printer.name });
  }
}
