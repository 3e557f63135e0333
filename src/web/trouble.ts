/** Whatever was thrown while a request was answered -> a page, or JSON, that says so without a word about the patient. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault } from '../domain/fault.ts';
import type { Desk } from './desk.ts';
import { sendPage } from './page.ts';
import { messagesFor } from './person.ts';
import { QueueFull, retryAfterSeconds } from './render-queue.ts';

/** What no form of ours sends. */
export class NotUnderstood extends Error {
  readonly statusCode = 400;
}

interface Told {
  readonly status: number;
  /** What the person can show to a helper; stands in the log too. */
  readonly code: string;
  readonly message: 'full' | 'failed' | 'too_large' | 'not_understood' | 'not_there' | 'too_often';
}

export function addTrouble(app: FastifyInstance, desk: Desk): void {
  app.setErrorHandler((error, request, reply) => answer(desk, request, reply, toldOf(error)));
  app.setNotFoundHandler((request, reply) =>
    answer(desk, request, reply, { status: 404, code: 'not-there', message: 'not_there' }),
  );
}

/** Anything else that is thrown is a bug: only its kind is told, because its message may hold anything. */
export function toldOf(error: unknown): Told {
  if (error instanceof QueueFull) return { status: 503, code: 'queue-full', message: 'full' };
  if (error instanceof Fault) return { status: 500, code: error.code, message: 'failed' };
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (status === 413) return { status, code: 'too-large', message: 'too_large' };
  if (status === 429) return { status, code: 'too-often', message: 'too_often' };
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return { status, code: 'not-understood', message: 'not_understood' };
  }
  return { status: 500, code: error instanceof Error ? error.name : 'unknown', message: 'failed' };
}

async function answer(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  told: Told,
): Promise<FastifyReply> {
  if (told.status >= 500) desk.say(`${request.method} ${routeOf(request)} ${told.status} ${told.code}`);
  reply.code(told.status).header('cache-control', 'no-store');
  if (told.status === 503) reply.header('retry-after', retryAfterSeconds);
  const messages = messagesFor(desk, request);
  const text = messages.text(`trouble.${told.message}`, { seconds: retryAfterSeconds, code: told.code });
  if (!(request.headers.accept ?? '').includes('text/html'))
    return reply.type('text/plain').send(`${text}\n`);
  return sendPage(desk, request, reply, {
    template: 'trouble',
    title: messages.text('trouble.title'),
    status: told.status,
    model: { text, retry: told.status === 503 },
  });
}

/** The route, never the address: that may hold anything. */
function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? '(no route)';
}
