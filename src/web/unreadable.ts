/** What is no request that a desk can read -> a short plain answer that repeats nothing of it. */

import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { interfaceLanguage } from './interface-language.ts';
import type { Messages } from './messages.ts';

/** An address that can't be decoded or has parts that are too long: it is answered before any door. */
export function answerBadAddress(messages: ReadonlyMap<string, Messages>) {
  return (_error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const tag = interfaceLanguage(undefined, request.headers['accept-language'], [...messages.keys()]);
    const text = messages.get(tag)?.text('trouble.not_there') ?? '';
    reply
      .code(404)
      .headers({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'",
        'x-content-type-options': 'nosniff',
      })
      .type('text/plain; charset=utf-8')
      .send(`${text}\n`);
  };
}

const told: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};

/** Bytes that are not HTTP, or came too slowly. No page of ours sends them, so nobody reads the answer. */
export function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const status = told[error.code ?? ''] ?? '400 Bad Request';
    socket.write(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  }
  socket.destroy();
}
