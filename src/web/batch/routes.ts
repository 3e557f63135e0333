/** The screen Batch: a roster in, its rows checked, made, and taken away again. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { partsOf } from '../../app/desk-batch.ts';
import { zipStream } from '../../app/desk-zip.ts';
import { rosterTemplate } from '../../app/roster-template.ts';
import type { Desk } from '../desk.ts';
import { sendPage } from '../page.ts';
import { messagesFor, ownerOf, staffOf } from '../person.ts';
import { choiceModel } from '../print/choice-model.ts';
import { lastPrinter } from '../print/chosen-printer.ts';
import { printLine } from '../print/print-line.ts';
import { wishesOf } from '../print/wishes.ts';
import { type Batches, type DeskBatch, deskBatches } from './batches.ts';
import { combinedPart } from './combined-part.ts';
import { batchModel, type Refused } from './page-model.ts';
import { printPart } from './print-part.ts';
import { progressOf } from './progress.ts';
import { leftOutCsv } from './row-words.ts';
import { takeUploads } from './upload.ts';

/** A short roster is checked by then, so that its page needs no second look. */
const patienceMs = 1_500;

export function addBatch(app: FastifyInstance, desk: Desk): void {
  const batches = deskBatches(desk);
  app.addHook('onClose', async () => batches.close());
  // Who logs out leaves nothing behind.
  app.addHook('onResponse', async (request) => {
    if (request.method === 'POST' && request.routeOptions.url === '/log-out') batches.drop(ownerOf(request));
  });
  app.get('/batch', (request, reply) => show(desk, batches, request, reply));
  addUpload(app, desk, batches);
  addSteps(app, desk, batches);
  addDownloads(app, desk, batches);
}

function addUpload(app: FastifyInstance, desk: Desk, batches: Batches): void {
  app.register(async (scope) => {
    const readUpload = await takeUploads(scope);
    scope.post('/batch/roster', async (request, reply) => {
      if (!request.isMultipart())
        return show(desk, batches, request, reply, { code: 'no-file', status: 400 });
      const upload = await readUpload(request);
      if (!upload.ok) {
        const status = upload.code === 'too-large' ? 413 : 400;
        return show(desk, batches, request, reply, { code: upload.code, status });
      }
      const content = await desk.content();
      if (!content.ok) return show(desk, batches, request, reply, { code: 'content', status: 500 });
      const { batch, done } = batches.check(ownerOf(request), upload, content);
      await Promise.race([done, sleep(patienceMs, undefined, { ref: false })]);
      if (batch.step !== 'refused') return reply.redirect('/batch', 303);
      return show(desk, batches, request, reply, { code: batch.refused?.code ?? 'unreadable', status: 422 });
    });
  });
}

function addSteps(app: FastifyInstance, desk: Desk, batches: Batches): void {
  const step = (path: string, work: (batch: DeskBatch, owner: string) => void) =>
    app.post(`/batch/${path}`, (request, reply) => {
      const owner = ownerOf(request);
      const batch = batches.get(owner);
      if (batch !== undefined) work(batch, owner);
      return reply.redirect('/batch', 303);
    });
  // It goes on while the answer is sent; what goes wrong stands in the batch.
  step('make', (batch) => void batches.make(batch));
  step('cancel', (batch) => batches.cancel(batch));
  step('new', (_batch, owner) => batches.drop(owner));
  app.get('/batch/state', async (request) => {
    const batch = batches.get(ownerOf(request));
    return batch === undefined ? { step: 'start' } : progressOf(batch, messagesFor(desk, request));
  });
  app.post('/batch/print', async (request, reply) => {
    const batch = batches.get(ownerOf(request));
    if (batch === undefined) return reply.redirect('/batch', 303);
    const said = await printPart(desk, batch, { request, reply }, messagesFor(desk, request));
    // Loading the answer again prints nothing again.
    return said === '' ? reply.redirect('/batch', 303) : show(desk, batches, request, reply, undefined, said);
  });
}

function addDownloads(app: FastifyInstance, desk: Desk, batches: Batches): void {
  const finished = (request: FastifyRequest) => {
    const batch = batches.get(ownerOf(request));
    return batch?.step === 'done' ? batch : undefined;
  };
  const file = (reply: FastifyReply, name: string, type: string) =>
    reply.type(type).header('content-disposition', `attachment; filename="${name}"`);
  app.get('/batch/handouts.zip', async (request, reply) => {
    const batch = finished(request);
    if (batch === undefined || batch.made.length === 0) return reply.callNotFound();
    const files = partsOf(batch.made)
      .flat()
      .map(({ name, pdf }) => ({ name, bytes: pdf }));
    const records = batch.made.map(({ record }) => record);
    await desk.given.add(records, { how: 'pdf', by: staffOf(request) });
    const { stream, size } = zipStream(files, desk.clock().moment);
    const length = await size;
    if (length > 0) reply.header('content-length', length);
    return file(reply, `handouts-${desk.clock().today}.zip`, 'application/zip').send(stream);
  });
  app.get<{ Params: { part: string } }>('/batch/part-:part.pdf', async (request, reply) => {
    const batch = finished(request);
    const part = Number(request.params.part);
    const made = batch === undefined ? undefined : await combinedPart(desk, batch, part);
    if (made === undefined) return reply.callNotFound();
    await desk.given.add(made.records, { how: 'pdf', by: staffOf(request) });
    return file(reply, `handouts-${desk.clock().today}-${part}.pdf`, 'application/pdf').send(
      Buffer.from(made.pdf),
    );
  });
  app.get('/batch/not-made.csv', async (request, reply) => {
    const batch = batches.get(ownerOf(request));
    if (batch === undefined) return reply.callNotFound();
    const csv = leftOutCsv(batch.left, messagesFor(desk, request), batch.page.kit.content);
    return file(reply, 'not-made.csv', 'text/csv; charset=utf-8').send(csv);
  });
  app.get('/batch/example.csv', async (_request, reply) => {
    const content = await desk.content();
    if (!content.ok) return reply.callNotFound();
    const csv = rosterTemplate(content.kit.content, 'en');
    return file(reply, 'roster.csv', 'text/csv; charset=utf-8').send(csv);
  });
}

async function show(
  desk: Desk,
  batches: Batches,
  request: FastifyRequest,
  reply: FastifyReply,
  refused?: Refused,
  note = '',
): Promise<FastifyReply> {
  const messages = messagesFor(desk, request);
  const batch = batches.get(ownerOf(request));
  const choice =
    batch?.step !== 'done'
      ? undefined
      : choiceModel({
          printers: await desk.printers.list(),
          wishes: wishesOf({}),
          paper: batch.made[0]?.paper,
          used: lastPrinter(request),
          messages,
        });
  const run = desk.prints.get(ownerOf(request), batch?.print ?? '');
  if (run !== undefined) await desk.prints.glance(run);
  return sendPage(desk, request, reply, {
    template: 'batch/page',
    tab: 'batch',
    title: messages.text('batch.title'),
    styles: ['batch.css', 'print.css'],
    scripts: ['batch.js'],
    status: refused?.status ?? 200,
    model: {
      ...batchModel(batch, { messages, choice, refused, note }),
      line: run && printLine(batch?.print ?? '', run, messages),
    },
  });
}
