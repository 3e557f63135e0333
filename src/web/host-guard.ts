/** A request's Host, Origin and Sec-Fetch-Site -> why it is not answered, or nothing: no foreign page may speak to the desk. */

import type { IncomingHttpHeaders } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';

export interface Address {
  readonly host: string;
  readonly names: readonly string[];
}

const loopback = ['localhost', '127.0.0.1', '[::1]'];
const everyAddress = new Set(['0.0.0.0', '::', '[::]']);

export function isLoopback(host: string): boolean {
  return loopback.includes(host) || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** Names by which the desk may be called; any other in `Host` is a page elsewhere that was made to point here. */
export function knownHosts({ host, names }: Address): ReadonlySet<string> {
  const written = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  const here = everyAddress.has(host) ? ownAddresses() : [written];
  return new Set([...loopback, ...here, ...names].map((each) => each.toLowerCase()));
}

function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const name = hostname();
  return [
    ...all.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address)),
    name,
    `${name}.local`,
  ];
}

export interface Refused {
  readonly status: 403 | 421;
  readonly why: string;
}

const safeMethods = new Set(['GET', 'HEAD']);

export function refusedRequest(
  method: string,
  headers: IncomingHttpHeaders,
  hosts: ReadonlySet<string>,
  scheme: 'http' | 'https',
): Refused | undefined {
  const host = headers.host?.toLowerCase() ?? '';
  const name = host.replace(/:\d+$/, '');
  if (!hosts.has(name)) return { status: 421, why: 'This desk does not answer to that name.' };
  if (safeMethods.has(method)) return undefined;
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  const foreign = { status: 403, why: 'Another page sent this.' } as const;
  if (site === undefined && origin === undefined) return foreign;
  if (site !== undefined && site !== 'same-origin') return foreign;
  return origin === undefined || origin.toLowerCase() === `${scheme}://${host}` ? undefined : foreign;
}
