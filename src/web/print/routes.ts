/** The print dialog as a page: how a print goes, stop it, move it, take its PDF; and the list of printers by itself. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Desk } from '../desk.ts';
import { sendPage } from '../page.ts';
import { messagesFor, ownerOf, staffOf } from '../person.ts';
import { choiceModel } from './choice-model.ts';
import { lastPrinter } from './chosen-printer.ts';
import { dialogModel } from './dialog-model.ts';
import type { PrintRun } from './print-run.ts';
import { hindrance } from './printer-words.ts';
import { wishesOf } from './wishes.ts';

interface OfPrint {
  readonly Params: { readonly id: string };
}

const moveSchema = z.object({ printer: z.string().max(200) });
const paperSchema = z.object({ paper: z.enum(['A4', 'Letter']).optional().catch(undefined) });

export function addPrint(app: FastifyInstance, desk: Desk): void {
  const runOf = (request: FastifyRequest<OfPrint>) => desk.prints.get(ownerOf(request), request.params.id);

  app.get<OfPrint>('/print/:id', async (request, reply) => {
    const messages = messagesFor(desk, request);
    const run = runOf(request);
    if (run === undefined) {
      const model = { text: messages.text('print.not_known'), retry: false };
      const title = messages.text('trouble.title');
      return sendPage(desk, request, reply, { template: 'trouble', title, status: 404, model });
    }
    await desk.prints.glance(run);
    const printers = await desk.printers.list();
    return sendPage(desk, request, reply, {
      template: 'print/page',
      title: messages.text('print.title', { printer: run.printer.name }),
      styles: ['print.css'],
      scripts: ['print.js'],
      model: { print: dialogModel({ id: request.params.id, run, printers, messages }) },
    });
  });
  app.post<OfPrint>('/print/:id/stop', async (request, reply) => {
    const run = runOf(request);
    if (run !== undefined) await desk.prints.stop(run);
    return reply.redirect(`/print/${encodeURIComponent(request.params.id)}`, 303);
  });
  app.post<OfPrint>('/print/:id/move', async (request, reply) => {
    const run = runOf(request);
    const form = moveSchema.safeParse(request.body);
    const printer = (await desk.printers.list()).find(({ id }) => id === form.data?.printer);
    // One that can't print now is no reason to stop the other.
    const may =
      run !== undefined &&
      printer !== undefined &&
      (printer.id === run.printer.id || hindrance(printer, paperOf(run)) === undefined);
    if (may) await desk.prints.move(run, printer);
    return reply.redirect(`/print/${encodeURIComponent(request.params.id)}`, 303);
  });
  app.get<OfPrint>('/print/:id/handout.pdf', async (request, reply) => {
    const [part] = runOf(request)?.parts ?? [];
    if (part === undefined || part.document.pdf.byteLength === 0) return reply.callNotFound();
    const { pdf, fileName, records } = part.document;
    await desk.given.add(records, { how: 'pdf', by: staffOf(request) });
    reply.type('application/pdf').header('content-disposition', `attachment; filename="${fileName}"`);
    return reply.send(Buffer.from(pdf));
  });
  app.get('/printers', async (request, reply) => {
    const messages = messagesFor(desk, request);
    const { paper } = paperSchema.parse(request.query);
    const choice = choiceModel({
      printers: await desk.printers.list(),
      wishes: wishesOf(request.query),
      paper,
      used: lastPrinter(request),
      messages,
    });
    if (choice === undefined) return reply.callNotFound();
    return reply.type('text/html; charset=utf-8').send(desk.fill('print/choose', { choice }, messages));
  });
}

function paperOf({ parts }: PrintRun): string | undefined {
  return parts[0]?.document.paper;
}
