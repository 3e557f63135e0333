/** Protects the desk from clients that are slow or never read: none holds a place for long, and others are answered meanwhile. */

import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningDesk, startDesk } from '../support/desk-server.ts';
import { rawRequest } from '../support/raw-request.ts';

let running: RunningDesk;
let port: number;
const patience = { headersMs: 600, requestMs: 900, idleMs: 700, lookEveryMs: 100, connections: 12 };
beforeAll(async () => {
  running = await startDesk({ server: { patience } });
  // More than the buffers of both ends hold.
  running.app.get('/long', async () => Buffer.alloc(64_000_000, 'a'));
  await running.app.listen({ port: 0, host: '127.0.0.1' });
  port = (running.app.server.address() as AddressInfo).port;
});
afterAll(() => running.close());

const host = 'Host: 127.0.0.1:8484\r\n';
const own = 'Sec-Fetch-Site: same-origin\r\n';
const form = 'Content-Type: application/x-www-form-urlencoded\r\n';
const isWell = async () =>
  (await rawRequest(port, `GET /healthz HTTP/1.1\r\n${host}Connection: close\r\n\r\n`)).status;
const connections = () =>
  new Promise<number>((resolve, reject) =>
    running.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );

/** Sends a little again and again, for as long as it may. */
async function drip(start: string, piece: string): Promise<string> {
  const socket = connect(port, '127.0.0.1', () => socket.write(start));
  const dripping = setInterval(() => socket.write(piece), 50);
  let all = '';
  socket.on('data', (bytes) => {
    all += bytes.toString('latin1');
  });
  socket.on('error', () => undefined);
  await once(socket, 'close');
  clearInterval(dripping);
  return all;
}

it('headers that drip in are given up, and others are answered meanwhile', async () => {
  const slow = Array.from({ length: 8 }, () => drip(`GET /make HTTP/1.1\r\n${host}`, 'X: a\r\n'));
  expect(await isWell()).toBe(200);
  for (const answer of await Promise.all(slow)) expect(answer).toMatch(/^HTTP\/1\.1 408/);
});

it('so is a form that drips in, and a roster', async () => {
  const start = (path: string, type: string) =>
    `POST ${path} HTTP/1.1\r\n${host}${own}${type}Content-Length: 100000\r\n\r\n`;
  const multipart = 'Content-Type: multipart/form-data; boundary=x\r\n';
  const part = '--x\r\nContent-Disposition: form-data; name="roster"; filename="a.csv"\r\n\r\n';
  const answers = await Promise.all([
    drip(start('/make', form), 'a'),
    drip(`${start('/batch/roster', multipart)}${part}`, 'a'),
  ]);
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 4\d\d|^$/);
  expect(await isWell()).toBe(200);
});

it('a connection that says nothing is closed', async () => {
  const { open } = await rawRequest(port, '');
  expect(open).toBe(false);
});

it('who never reads the answer is let go', async () => {
  const socket = connect(port, '127.0.0.1');
  // Without a reader the answer stays in the buffers.
  socket.pause();
  socket.on('error', () => undefined);
  socket.write(`GET /long HTTP/1.1\r\n${host}\r\n`);
  await once(socket, 'connect');
  await expect.poll(connections, { timeout: 20_000 }).toBe(1);
  expect(await isWell()).toBe(200);
  await expect.poll(connections, { timeout: 20_000 }).toBe(0);
  socket.destroy();
});

it('more connections than the desk has are closed at once, and when they are gone it answers again', async () => {
  const many = Array.from({ length: 30 }, () => rawRequest(port, `GET /make HTTP/1.1\r\n${host}`));
  const answers = await Promise.all(many);
  expect(answers.filter(({ open }) => open)).toEqual([]);
  expect(await isWell()).toBe(200);
  expect(running.said).toEqual([]);
});
