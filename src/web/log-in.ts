/** A passphrase -> a log-in page before every other page, with few tries a minute and a session in memory. */

import { randomBytes } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import session from '@fastify/session';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Desk } from './desk.ts';
import { sendPage } from './page.ts';
import type { Passphrase } from './passphrase.ts';
import { messagesFor, ownerOf, staffCookie } from './person.ts';

const attemptSchema = z.object({ passphrase: z.string().max(1_000) });
/** Routes, not addresses: however an address is spelled, it leads to one of these or it does not. */
const open = new Set(['/log-in', '/healthz', '/language', '/assets/*', '/fonts/atkinson/*', '/fonts/noto/*']);
const triesAMinute = 6;
const sessionHours = 12;

export async function addLogIn(
  app: FastifyInstance,
  desk: Desk,
  passphrase: Passphrase,
  secure: boolean,
): Promise<void> {
  await app.register(session, {
    secret: randomBytes(48).toString('base64'),
    cookieName: 'desk-session',
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'strict', secure, path: '/', maxAge: sessionHours * 3_600_000 },
  });
  await app.register(rateLimit, { global: false });
  // Before anything of a stranger's form is read.
  app.addHook('onRequest', async (request, reply) => {
    if (request.session.loggedIn === true || open.has(request.routeOptions.url ?? '')) return undefined;
    if (request.method === 'GET') return reply.redirect('/log-in');
    return reply.code(401).type('text/plain').send('Log in first.\n');
  });
  const form = (wrong: boolean) => ({ template: 'log-in', model: { wrong }, status: wrong ? 401 : 200 });
  app.get('/log-in', (request, reply) =>
    sendPage(desk, request, reply, {
      ...form(false),
      title: messagesFor(desk, request).text('frame.log_in'),
    }),
  );
  const limit = { max: triesAMinute, timeWindow: '1 minute' };
  app.post('/log-in', { config: { rateLimit: limit } }, async (request, reply) => {
    const attempt = attemptSchema.safeParse(request.body);
    if (!attempt.success || !(await passphrase.matches(attempt.data.passphrase))) {
      return sendPage(desk, request, reply, {
        ...form(true),
        title: messagesFor(desk, request).text('frame.log_in'),
      });
    }
    // A session that was there before the log-in may be known to somebody else.
    await request.session.regenerate();
    request.session.loggedIn = true;
    return reply.redirect('/', 303);
  });
  app.post('/log-out', async (request, reply) => {
    desk.held.clear(ownerOf(request));
    desk.prints.forget(ownerOf(request), 'all');
    reply.clearCookie(staffCookie, { path: '/' });
    await request.session.destroy();
    return reply.redirect('/log-in', 303);
  });
}
