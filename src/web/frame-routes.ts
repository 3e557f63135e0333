/** Routes that belong to no screen: the way in, the language of the desk, its keys, and whether it is well. */

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Desk } from './desk.ts';
import { sendPage } from './page.ts';
import { languageCookie, messagesFor, staffCookie } from './person.ts';

const languageSchema = z.object({ language: z.string().max(35), back: z.string().max(300).optional() });

const staffSchema = z.object({ by: z.string().max(40), back: z.string().max(300).optional() });

/** A place of our own; anything else would send people elsewhere. */
const ownPlace = /^\/(?![/\\])[\w/.-]*$/;

export function addFrameRoutes(app: FastifyInstance, desk: Desk, secure: boolean): void {
  app.get('/', (_request, reply) => reply.redirect('/make'));
  app.get('/healthz', async () => ({ status: 'ok', queue: desk.queue.load() }));
  app.get('/keys', (request, reply) =>
    sendPage(desk, request, reply, {
      template: 'keys',
      title: messagesFor(desk, request).text('frame.keys'),
      model: {},
    }),
  );
  app.post('/language', (request, reply) => {
    const asked = languageSchema.safeParse(request.body);
    if (!asked.success || !desk.messages.has(asked.data.language)) return reply.redirect('/', 303);
    const { language, back = '/' } = asked.data;
    reply.setCookie(languageCookie, language, { path: '/', sameSite: 'strict', secure, maxAge: 31_536_000 });
    return reply.redirect(ownPlace.test(back) ? back : '/', 303);
  });
  app.post('/by', (request, reply) => {
    const said = staffSchema.safeParse(request.body);
    if (!said.success || !desk.given.on) return reply.redirect('/', 303);
    const { by, back = '/' } = said.data;
    // It goes with the browser: whoever comes next says anew who they are.
    reply.setCookie(staffCookie, by.trim(), { path: '/', sameSite: 'strict', httpOnly: true, secure });
    return reply.redirect(ownPlace.test(back) ? back : '/', 303);
  });
}
