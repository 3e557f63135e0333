/** A printer's address -> an open line to it: a plain one, or one whose certificate is trusted before a byte is sent. */

import net from 'node:net';
import tls from 'node:tls';
import { PrinterFault } from '../domain/printer-trouble.ts';
import { type PrinterAddress, placeOf } from './printer-address.ts';

/** Whether a certificate that no authority vouches for is the one we know; one that is new is remembered. */
export type TrustCertificate = (place: string, fingerprint: string) => Promise<boolean>;

const connectMs = 6_000;

export async function openLine(address: PrinterAddress, trust: TrustCertificate): Promise<net.Socket> {
  const { host, port } = address;
  if (!address.secure) return connected(net.connect({ host, port }), 'connect');
  const line = tls.connect({
    host,
    port,
    // By address, not by name: then there is no name to be asked for.
    ...(net.isIP(host) === 0 ? { servername: host } : {}),
    // Printers sign their own certificates. Nothing is ignored: see below.
    rejectUnauthorized: false,
  });
  await connected(line, 'secureConnect');
  if (line.authorized) return line;
  const fingerprint = line.getPeerCertificate().fingerprint256;
  try {
    if (fingerprint !== undefined && (await trust(placeOf(address), fingerprint))) return line;
  } catch (error) {
    line.destroy();
    throw error;
  }
  line.destroy();
  throw new PrinterFault({
    code: 'new-certificate',
    ...(fingerprint === undefined ? {} : { detail: fingerprint }),
  });
}

function connected<T extends net.Socket>(line: T, event: 'connect' | 'secureConnect'): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (cause?: unknown) => {
      line.destroy();
      reject(new PrinterFault({ code: 'offline' }, cause));
    };
    line.setTimeout(connectMs, () => fail());
    line.once('error', fail);
    line.once(event, () => {
      line.off('error', fail);
      line.setTimeout(0);
      // Whoever uses it listens for errors of its own; one in between must not end the program.
      line.on('error', () => undefined);
      resolve(line);
    });
  });
}
