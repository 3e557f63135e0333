/** Leaflets and how to print them -> one print, of which the screen goes on telling. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { HeldSheet } from '../held-sheet.ts';
import type { Messages } from '../messages.ts';
import { messagesFor, ownerOf } from '../person.ts';
import { beginPrint } from '../print/begin-print.ts';
import { type PrintLine, printLine } from '../print/print-line.ts';
import { wishesOf } from '../print/wishes.ts';
import { askedOf, placeOf } from './asked.ts';
import { type LeafletDesk, pickedIn } from './picked.ts';

/** Browsers whose last print is remembered. */
const mostRemembered = 200;

export function addPrinting(app: FastifyInstance, { desk, cache, prints }: LeafletDesk): void {
  app.post('/leaflets/print', async (request, reply) => {
    const page = await desk.content();
    if (!page.ok) return reply.redirect('/leaflets', 303);
    const asked = askedOf(request.body, page.kit.content, messagesFor(desk, request).tag);
    const picked = await pickedIn(desk, asked, page);
    const made = await Promise.all((picked?.leaflets ?? []).map((each) => cache.make(each, page)));
    const documents = made.flatMap((each) => (each.kind === 'made' ? [documentOf(each.sheet)] : []));
    const back = placeOf(asked);
    const print = {
      documents,
      back,
      ...(picked === undefined ? {} : { title: picked.title }),
      ...(documents.length > 1 ? { file: placeOf(asked, {}, '/leaflets/set.zip') } : {}),
    };
    const id = await beginPrint(desk, request, reply, print, wishesOf(request.body));
    const [oldest] = prints.keys();
    if (prints.size >= mostRemembered && oldest !== undefined) prints.delete(oldest);
    if (id !== undefined) prints.set(ownerOf(request), id);
    // Loading the answer again prints nothing again.
    return reply.redirect(back, 303);
  });
}

/** How the last print of this browser goes; undefined when there is none to tell of. */
export async function lastLine(
  { desk, prints }: LeafletDesk,
  request: FastifyRequest,
  messages: Messages,
): Promise<PrintLine | undefined> {
  const id = prints.get(ownerOf(request)) ?? '';
  const run = desk.prints.get(ownerOf(request), id);
  if (run === undefined) return undefined;
  await desk.prints.glance(run);
  return printLine(id, run, messages);
}

function documentOf({ pdf, pages, handout, fileName, record }: HeldSheet) {
  const title = `Leaflet ${handout.contentId}`;
  return { pdf, pages, paper: handout.paper, title, fileName, records: [record] };
}
