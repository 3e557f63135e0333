/** Protects from what answers in a printer's place: no answer, another page, too much of it, a stopped program. */

import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { exchange } from '../../src/ipp/exchange.ts';
import { printerAddress } from '../../src/ipp/printer-address.ts';

let server: http.Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function asked(answer: http.RequestListener, silenceMs = 5_000, signal?: AbortSignal) {
  server = http.createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const address = printerAddress(`ipp://127.0.0.1:${port}/ipp/print`);
  if (address === undefined) throw new Error('no address');
  return exchange(address, [Uint8Array.of(1), Uint8Array.of(2)], silenceMs, {
    trust: async () => false,
    signal,
  });
}

it('sends what it is given as one request, with its length', async () => {
  let got = '';
  const answer = await asked((request, response) => {
    request.on('data', (part: Buffer) => {
      got += part.toString('hex');
    });
    request.on('end', () => {
      got += ` ${request.method} ${request.headers['content-type']} ${request.headers['content-length']}`;
      response.end(Uint8Array.of(2, 0, 4, 6, 0, 0, 0, 1, 3));
    });
  });
  expect(got).toBe('0102 POST application/ipp 2');
  expect(answer.status).toBe(0x0406);
});

it.each<[string, http.RequestListener]>([
  ['not-a-printer', (_, response) => response.end('<!doctype html>')],
  ['not-a-printer', (_, response) => response.writeHead(302, { location: '/login' }).end()],
  ['not-a-printer', (_, response) => response.end(Buffer.alloc(3_000_000))],
  ['password', (_, response) => response.writeHead(401).end()],
  ['only-secure', (_, response) => response.writeHead(426).end()],
  ['no-such-printer', (_, response) => response.writeHead(404).end()],
  ['no-answer', () => undefined],
  ['no-answer', (request) => request.socket.destroy()],
])('%s', async (code, answer) => {
  await expect(asked(answer, 300)).rejects.toMatchObject({ trouble: { code } });
});

it('ends at once when the program is stopped', async () => {
  const stop = new AbortController();
  await expect(asked(() => stop.abort(), 60_000, stop.signal)).rejects.toMatchObject({ code: 'interrupted' });
});
