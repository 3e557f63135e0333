/** A part of a batch and how to print it -> a print of it as one job, or why there is none. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Fault } from '../../domain/fault.ts';
import type { Desk } from '../desk.ts';
import type { Messages } from '../messages.ts';
import { beginPrint } from '../print/begin-print.ts';
import { wishesOf } from '../print/wishes.ts';
import { QueueFull } from '../render-queue.ts';
import type { DeskBatch } from './batches.ts';
import { combinedPart } from './combined-part.ts';

const formSchema = z.object({ part: z.coerce.number().int().min(1).max(999) });

/** Remembers the print with the batch; gives what to say when nothing was begun. */
export async function printPart(
  desk: Desk,
  batch: DeskBatch,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  messages: Messages,
): Promise<string> {
  const form = formSchema.safeParse(request.body);
  if (!form.success || batch.step !== 'done') return messages.text('batch.no_part');
  const { part: number } = form.data;
  try {
    const part = await combinedPart(desk, batch, number);
    const [paper, other] = part?.papers ?? [];
    if (part === undefined || paper === undefined) return messages.text('batch.no_part');
    // One job has one paper.
    if (other !== undefined) return messages.text('batch.two_papers');
    const { pdf, pages, records } = part;
    // Nothing about who is in it: queues and printers keep the names of jobs.
    const title = `Handouts, part ${number}`;
    const fileName = `handouts-${desk.clock().today}-${number}.pdf`;
    const print = { documents: [{ pdf, pages, paper, title, fileName, records }], back: '/batch' };
    batch.print = (await beginPrint(desk, request, reply, print, wishesOf(request.body))) ?? '';
    return batch.print === '' ? messages.text('printer.none') : '';
  } catch (error) {
    if (error instanceof QueueFull) throw error;
    desk.say(`POST /batch/print ${error instanceof Fault ? error.code : 'failed'}`);
    return messages.text('batch.not_combined');
  }
}
