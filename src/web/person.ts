/** A request -> who is asking, as far as the desk knows: a random id of their browser, and the language they read. */

import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Desk } from './desk.ts';
import { interfaceLanguage } from './interface-language.ts';
import type { Messages } from './messages.ts';

declare module 'fastify' {
  interface Session {
    loggedIn?: boolean;
  }
}

export const browserCookie = 'desk';
export const languageCookie = 'desk-language';
export const staffCookie = 'desk-by';

const idForm = /^[\w-]{22}$/;

/** Whose the held files are: nobody else's browser can ask for them. */
export function ownerOf(request: FastifyRequest): string {
  const id = request.cookies[browserCookie];
  return id !== undefined && idForm.test(id) ? id : '';
}

/** The first answer to a browser gives it an id. */
export function greet(request: FastifyRequest, reply: FastifyReply, secure: boolean): void {
  if (ownerOf(request) !== '') return;
  const id = randomBytes(16).toString('base64url');
  request.cookies[browserCookie] = id;
  reply.setCookie(browserCookie, id, { httpOnly: true, sameSite: 'strict', path: '/', secure });
}

/** How whoever sits at the desk calls themselves, for the records; empty when nobody said. */
export function staffOf(request: FastifyRequest): string {
  return (request.cookies[staffCookie] ?? '').trim().slice(0, 40);
}

export function messagesFor(desk: Desk, request: FastifyRequest): Messages {
  const tag = interfaceLanguage(request.cookies[languageCookie], request.headers['accept-language'], [
    ...desk.messages.keys(),
  ]);
  const messages = desk.messages.get(tag);
  if (messages === undefined) throw new Error('the desk has no message files');
  return messages;
}
