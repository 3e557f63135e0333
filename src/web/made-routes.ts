/** What was made a moment ago -> downloads and pictures of it, for the browser that made it and nobody else. */

import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Desk } from './desk.ts';
import type { Giving } from './given-records.ts';
import type { HeldSheet } from './held-sheet.ts';
import { pageNumber, pagePicture } from './page-pictures.ts';
import { ownerOf, staffOf } from './person.ts';

interface OfSheet {
  readonly Params: { readonly id: string };
}

/** The twin holds its own styles and fonts, and may do nothing. */
const twinPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";

export function addMadeRoutes(app: FastifyInstance, desk: Desk): void {
  const form = (
    path: string,
    type: string,
    /** What is only looked at at the desk is given to nobody. */
    how: Giving['how'] | undefined,
    send: (sheet: HeldSheet, reply: FastifyReply) => unknown,
  ) =>
    app.get<OfSheet>(`/made/:id/${path}`, async (request, reply) => {
      const sheet = desk.held.get(ownerOf(request), request.params.id);
      if (sheet === undefined) return reply.callNotFound();
      if (how !== undefined) await desk.given.add([sheet.record], { how, by: staffOf(request) });
      return reply.type(type).send(send(sheet, reply));
    });
  form('pages.pdf', 'application/pdf', undefined, (sheet) => Buffer.from(sheet.pdf));
  form('handout.pdf', 'application/pdf', 'pdf', (sheet, reply) => {
    reply.header('content-disposition', `attachment; filename="${sheet.fileName}"`);
    return Buffer.from(sheet.pdf);
  });
  form('handout.html', 'text/html; charset=utf-8', 'html', (sheet, reply) => {
    reply.header('content-security-policy', twinPolicy);
    return sheet.html();
  });
  form('handout.txt', 'text/plain; charset=utf-8', 'text', (sheet) => sheet.text());
  app.get<{ Params: { id: string; page: string } }>('/made/:id/page-:page.png', async (request, reply) => {
    const sheet = desk.held.get(ownerOf(request), request.params.id);
    const page = pageNumber(request.params.page);
    if (sheet === undefined || page === undefined || page > sheet.pages) return reply.callNotFound();
    const picture = await desk.queue.run(() => pagePicture(sheet.pdf, page));
    return picture === undefined ? reply.callNotFound() : reply.type('image/png').send(picture);
  });
}
