/** A desk and where it listens -> the web server: doors, log-in, static files, and each screen's routes. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import type { Desk } from './desk.ts';
import { addFrameRoutes } from './frame-routes.ts';
import { knownHosts } from './host-guard.ts';
import { addLogIn } from './log-in.ts';
import { addMadeRoutes } from './made-routes.ts';
import { deskFolder } from './open-desk.ts';
import type { Passphrase } from './passphrase.ts';
import { type Patience, usualPatience } from './patience.ts';
import { screens } from './screens.ts';
import { addDoors } from './security.ts';
import { addStaticFiles } from './static-files.ts';
import { addTrouble } from './trouble.ts';
import { answerBadAddress, answerBrokenRequest } from './unreadable.ts';

export interface ServerOptions {
  readonly host: string;
  /** Further names by which it may be called, besides its own addresses. */
  readonly names?: readonly string[];
  readonly passphrase?: Passphrase | undefined;
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  /** For tests: less of it. */
  readonly patience?: Patience;
}

/** A whole form of one patient is a few kB. Uploads set their own limit on their own route. */
const bodyLimit = 256_000;

export async function deskServer(desk: Desk, options: ServerOptions): Promise<FastifyInstance> {
  const { tls, patience = usualPatience } = options;
  const slow = { headersTimeout: patience.headersMs, connectionsCheckingInterval: patience.lookEveryMs };
  const common = {
    bodyLimit,
    logger: false,
    requestTimeout: patience.requestMs,
    connectionTimeout: patience.idleMs,
    keepAliveTimeout: patience.idleMs,
    /** An answer that takes longer is no use to anybody. */
    handlerTimeout: 90_000,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    frameworkErrors: answerBadAddress(desk.messages),
    clientErrorHandler: answerBrokenRequest,
  } as const;
  const app: FastifyInstance =
    tls === undefined
      ? fastify({ ...common, http: slow })
      : (fastify({
          ...common,
          https: { cert: readFileSync(tls.cert), key: readFileSync(tls.key), ...slow },
        }) as unknown as FastifyInstance);
  app.server.maxConnections = patience.connections;
  const scheme = tls === undefined ? 'http' : 'https';
  // Forms alone are read: a page elsewhere can send plain text without asking first.
  app.removeAllContentTypeParsers();
  await app.register(cookie);
  await app.register(formbody, { bodyLimit });
  await addDoors(app, { hosts: knownHosts({ host: options.host, names: options.names ?? [] }), scheme });
  addTrouble(app, desk);
  if (options.passphrase !== undefined) await addLogIn(app, desk, options.passphrase, scheme === 'https');
  await addStaticFiles(app, join(deskFolder(desk.settings), 'assets'));
  addFrameRoutes(app, desk, scheme === 'https');
  addMadeRoutes(app, desk);
  for (const addScreen of screens) addScreen(app, desk);
  return app;
}
