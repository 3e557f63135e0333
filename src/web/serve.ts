/** The settings and where to listen -> a desk that serves until it is told to stop, and then finishes what is in flight. */

import type { AddressInfo } from 'node:net';
import type { Settings } from '../settings.ts';
import { type DeskOptions, openDesk } from './open-desk.ts';
import { deskServer, type ServerOptions } from './server.ts';
import { warmDesk } from './warm-desk.ts';

export interface ServeRequest extends ServerOptions {
  readonly port: number;
  readonly desk: DeskOptions;
  readonly signal: AbortSignal;
  /** Called once, with the address to open. */
  readonly ready: (address: string) => void;
}

export async function serveDesk(settings: Settings, request: ServeRequest): Promise<void> {
  const desk = await openDesk(settings, { looksAhead: true, ...request.desk });
  try {
    const app = await deskServer(desk, request);
    const stopped = new Promise<void>((resolve) => {
      if (request.signal.aborted) resolve();
      else request.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    try {
      await app.listen({ host: request.host, port: request.port });
      const { port } = app.server.address() as AddressInfo;
      const host = request.host.includes(':') ? `[${request.host}]` : request.host;
      request.ready(`${request.tls === undefined ? 'http' : 'https'}://${host}:${port}/`);
      void warmDesk(desk).catch(() => undefined);
      await stopped;
    } finally {
      // No new request is taken; those in flight are answered.
      await app.close();
    }
  } finally {
    await desk.close();
  }
}
