/** The screen Leaflets: pick a topic or a set, look, print; no patient is in it. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { zipStream } from '../../app/desk-zip.ts';
import { readShelf } from '../../app/leaflet-shelf.ts';
import type { Desk } from '../desk.ts';
import type { HeldSheet } from '../held-sheet.ts';
import { sendPage } from '../page.ts';
import { pageNumber } from '../page-pictures.ts';
import { messagesFor, staffOf } from '../person.ts';
import { choiceModel } from '../print/choice-model.ts';
import { lastPrinter } from '../print/chosen-printer.ts';
import { wishesOf } from '../print/wishes.ts';
import { askedOf } from './asked.ts';
import { leafletsOf, setsOf } from './choice.ts';
import { leafletCache } from './leaflet-cache.ts';
import { leafletsModel } from './page-model.ts';
import { type LeafletDesk, pickedIn } from './picked.ts';
import { addPrinting, lastLine } from './printing.ts';
import { addShelf } from './shelf-routes.ts';

export function addLeaflets(app: FastifyInstance, desk: Desk): void {
  const room: LeafletDesk = { desk, cache: leafletCache(desk), prints: new Map() };
  app.get('/leaflets', (request, reply) => show(room, request, reply));
  addPrinting(app, room);
  addShelf(app, desk);
  addFiles(app, room);
}

async function show(room: LeafletDesk, request: FastifyRequest, reply: FastifyReply) {
  const { desk, cache } = room;
  const messages = messagesFor(desk, request);
  const page = await desk.content();
  if (!page.ok) {
    return sendPage(desk, request, reply, {
      template: 'trouble',
      tab: 'leaflets',
      title: messages.text('trouble.title'),
      status: 500,
      model: { text: messages.text('trouble.content'), retry: false },
    });
  }
  const asked = askedOf(request.query, page.kit.content, messages.tag);
  const picked = await pickedIn(desk, asked, page);
  const made = await Promise.all((picked?.leaflets ?? []).map((each) => cache.make(each, page)));
  const shelf = await readShelf(desk.settings.environment);
  const { content } = page.kit;
  const topics = [...content.topics.keys()];
  const choice = choiceModel({
    printers: await desk.printers.list(),
    wishes: wishesOf(request.query),
    paper: asked.paper,
    used: lastPrinter(request),
    messages,
  });
  const model = leafletsModel({
    content,
    asked,
    shelf,
    sets: await setsOf(desk.settings, content, shelf),
    picked,
    made,
    hasPrinter: choice !== undefined,
    today: desk.clock().today,
    messages,
    names: new Map([...desk.messages.values()].map(({ tag, name }) => [tag, name])),
    pagesOf: (topic) => {
      const [leaflet] = leafletsOf([topic], asked, content);
      return leaflet === undefined ? undefined : cache.pages(leaflet, page);
    },
  });
  cache.warm(leafletsOf(topics, asked, content), page);
  return sendPage(desk, request, reply, {
    template: 'leaflets/page',
    tab: 'leaflets',
    title: messages.text('frame.leaflets'),
    styles: ['leaflets.css', 'print.css'],
    scripts: ['leaflets.js'],
    model: { ...model, choice, line: await lastLine(room, request, messages) },
  });
}

/** Nothing in them is about anybody, so they go by what is asked, not by who asks. */
function addFiles(app: FastifyInstance, { desk, cache }: LeafletDesk): void {
  const sheetsOf = async (request: FastifyRequest): Promise<readonly HeldSheet[]> => {
    const page = await desk.content();
    if (!page.ok) return [];
    const asked = askedOf(request.query, page.kit.content, messagesFor(desk, request).tag);
    const picked = await pickedIn(desk, asked, page);
    const made = await Promise.all((picked?.leaflets ?? []).map((each) => cache.make(each, page)));
    return made.flatMap((each) => (each.kind === 'made' ? [each.sheet] : []));
  };
  app.get('/leaflets/leaflet.pdf', async (request, reply) => {
    const [sheet] = await sheetsOf(request);
    if (sheet === undefined) return reply.callNotFound();
    reply.type('application/pdf').header('content-disposition', `attachment; filename="${sheet.fileName}"`);
    await desk.given.add([sheet.record], { how: 'pdf', by: staffOf(request) });
    return reply.send(Buffer.from(sheet.pdf));
  });
  app.get('/leaflets/set.zip', async (request, reply) => {
    const sheets = await sheetsOf(request);
    if (sheets.length === 0) return reply.callNotFound();
    const files = sheets.map(({ fileName, pdf }) => ({ name: fileName, bytes: pdf }));
    const { stream } = zipStream(files, desk.clock().moment);
    const records = sheets.map(({ record }) => record);
    await desk.given.add(records, { how: 'pdf', by: staffOf(request) });
    return reply
      .type('application/zip')
      .header('content-disposition', 'attachment; filename="leaflets.zip"')
      .send(stream);
  });
  app.get<{ Params: { page: string } }>('/leaflets/page-:page.png', async (request, reply) => {
    const page = await desk.content();
    if (!page.ok) return reply.callNotFound();
    const asked = askedOf(request.query, page.kit.content, messagesFor(desk, request).tag);
    const [leaflet] = leafletsOf([asked.topic], asked, page.kit.content);
    const number = pageNumber(request.params.page);
    if (leaflet === undefined || number === undefined) return reply.callNotFound();
    const picture = await cache.picture(leaflet, number, page);
    return picture === undefined ? reply.callNotFound() : reply.type('image/png').send(picture);
  });
}
