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
  readonly status: 400 | 403 | 421;
  readonly why: string;
}

const safeMethods = new Set(['GET', 'HEAD']);
const foreign = { status: 403, why: 'Another page sent this.' } as const;

/** What is looked at of a request. */
export interface Asking {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as they were sent. */
  readonly rawHeaders: readonly string[];
}

export function refusedRequest(
  { method = '', url = '', headers, rawHeaders }: Asking,
  hosts: ReadonlySet<string>,
  scheme: 'http' | 'https',
): Refused | undefined {
  const named = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
  // Of two names, or of one more in the address, others may see the other one.
  if (named.length > 1 || !url.startsWith('/')) return { status: 400, why: 'The desk could not read that.' };
  const host = headers.host?.toLowerCase() ?? '';
  const name = host.replace(/:\d+$/, '');
  if (!hosts.has(name)) return { status: 421, why: 'This desk does not answer to that name.' };
  const site = headers['sec-fetch-site'];
  if (safeMethods.has(method)) {
    // Following a link from elsewhere is fine; a picture or a script of a page elsewhere would set the desk to work.
    const elsewhere = site === 'cross-site' || site === 'same-site';
    return elsewhere && headers['sec-fetch-dest'] !== 'document' ? foreign : undefined;
  }
  const { origin } = headers;
  if (site === undefined && origin === undefined) return foreign;
  if (site !== undefined && site !== 'same-origin') return foreign;
  return origin === undefined || origin.toLowerCase() === `${scheme}://${host}` ? undefined : foreign;
}
