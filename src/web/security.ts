/** A server -> the same with its doors: strict policy for the page, known hosts, same origin, nothing kept by caches. */

import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { refusedRequest } from './host-guard.ts';
import { greet } from './person.ts';

export interface Doors {
  readonly hosts: ReadonlySet<string>;
  readonly scheme: 'http' | 'https';
}

export async function addDoors(app: FastifyInstance, { hosts, scheme }: Doors): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        frameSrc: ["'self'"],
        objectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        baseUri: ["'none'"],
      },
    },
    // `no-referrer` would make browsers send `Origin: null` with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: scheme === 'https',
    frameguard: { action: 'sameorigin' },
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const refused = refusedRequest(request.raw, hosts, scheme);
    if (refused !== undefined) return reply.code(refused.status).type('text/plain').send(`${refused.why}\n`);
    greet(request, reply, scheme === 'https');
    return undefined;
  });
}
