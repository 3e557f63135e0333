/** Leaflets and a printer -> sent one after the other, and how the last of them goes. */

import type { FastifyInstance } from 'fastify';
import { Fault } from '../../domain/fault.ts';
import type { HeldSheet } from '../held-sheet.ts';
import type { Messages } from '../messages.ts';
import { messagesFor, ownerOf } from '../person.ts';
import { QueueFull } from '../render-queue.ts';
import { type Asked, askedOf, placeOf } from './asked.ts';
import { type LastPrint, printWords } from './last-print.ts';
import { type LeafletDesk, type Picked, pickedIn } from './picked.ts';

/** Browsers whose last print is remembered. */
const mostRemembered = 200;

export function addPrinting(app: FastifyInstance, room: LeafletDesk): void {
  const { desk, prints } = room;
  app.post('/leaflets/print', async (request, reply) => {
    const page = await desk.content();
    if (!page.ok) return reply.redirect('/leaflets', 303);
    const messages = messagesFor(desk, request);
    const asked = askedOf(request.body, page.kit.content, messages.tag);
    const picked = await pickedIn(desk, asked, page);
    if (picked !== undefined) {
      const made = await Promise.all(picked.leaflets.map((each) => room.cache.make(each, page)));
      const sheets = made.flatMap((each) => (each.kind === 'made' ? [each.sheet] : []));
      const [oldest] = prints.keys();
      if (prints.size >= mostRemembered && oldest !== undefined) prints.delete(oldest);
      prints.set(ownerOf(request), await printed(room, asked, picked, sheets, messages));
    }
    // Loading the answer again prints nothing again.
    return reply.redirect(placeOf(asked), 303);
  });
  app.get('/leaflets/status', async (request) => {
    const last = prints.get(ownerOf(request));
    const progress = last?.job ? await desk.printers.follow(last.job) : undefined;
    return last === undefined
      ? { says: '', over: true }
      : printWords({ ...last, progress }, messagesFor(desk, request));
  });
}

async function printed(
  { desk }: LeafletDesk,
  { copies, ...asked }: Asked,
  { title }: Picked,
  sheets: readonly HeldSheet[],
  messages: Messages,
): Promise<LastPrint> {
  const printers = await desk.printers.list();
  const printer = printers.find(({ id }) => id === asked.printer) ?? printers[0];
  const told = { title, copies, printer: printer?.name ?? '', job: '', at: desk.clock().moment, refused: '' };
  if (printer === undefined || sheets.length === 0)
    return { ...told, refused: messages.text(printer === undefined ? 'printer.none' : 'leaflets.not_made') };
  let job = '';
  try {
    for (const sheet of sheets) {
      const progress = await desk.printers.print({ ...sheetOrder(sheet), printer: printer.id, copies });
      if (progress.step === 'failed') return { ...told, refused: messages.said('printer', progress.says) };
      job = progress.job ?? '';
    }
  } catch (error) {
    if (error instanceof QueueFull) throw error;
    desk.say(`POST /leaflets/print ${error instanceof Fault ? error.code : 'failed'}`);
    return { ...told, refused: messages.text('make.not_sent', { printer: printer.name }) };
  }
  return { ...told, job };
}

function sheetOrder({ pdf, pages, handout }: HeldSheet) {
  return { pdf, pages, paper: handout.paper, title: `Leaflet ${handout.contentId}` };
}
