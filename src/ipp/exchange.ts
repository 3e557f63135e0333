/** One IPP request over HTTP -> the answer to it, or a PrinterFault: bounded in time and in size. */

import http from 'node:http';
import type { Socket } from 'node:net';
import { Fault } from '../domain/fault.ts';
import { PrinterFault } from '../domain/printer-trouble.ts';
import { decodeAnswer } from './decode.ts';
import { openLine, type TrustCertificate } from './line.ts';
import type { IppAnswer } from './message.ts';
import type { PrinterAddress } from './printer-address.ts';

/** All attributes of a talkative printer are some 60 kB. */
const longestAnswer = 2_000_000;

export interface Wire {
  readonly trust: TrustCertificate;
  readonly signal?: AbortSignal | undefined;
}

/** `silenceMs`: how long nothing may move in either direction. */
export async function exchange(
  address: PrinterAddress,
  body: readonly Uint8Array[],
  silenceMs: number,
  { trust, signal }: Wire,
): Promise<IppAnswer> {
  if (isAborted(signal)) throw interrupted();
  const line = await openLine(address, trust);
  const stop = () => line.destroy();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return decodeAnswer(await posted(address, line, body, silenceMs));
  } catch (error) {
    throw isAborted(signal) ? interrupted() : error;
  } finally {
    signal?.removeEventListener('abort', stop);
    line.destroy();
  }
}

function posted(
  { host, port, path }: PrinterAddress,
  line: Socket,
  body: readonly Uint8Array[],
  silenceMs: number,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // Unlike `offline`, this says that something may have been sent.
    const lost = (cause?: unknown) => reject(new PrinterFault({ code: 'no-answer' }, cause));
    const request = http.request({
      createConnection: () => line,
      method: 'POST',
      host,
      port,
      path,
      headers: {
        'content-type': 'application/ipp',
        'content-length': body.reduce((sum, part) => sum + part.byteLength, 0),
        connection: 'close',
      },
    });
    request.setTimeout(silenceMs, () => lost());
    request.on('error', lost);
    request.on('response', (response) => {
      const refusal = refusalOf(response.statusCode);
      if (refusal !== undefined) return reject(refusal);
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        size += part.byteLength;
        parts.push(part);
        if (size > longestAnswer) reject(new PrinterFault({ code: 'not-a-printer' }));
      });
      response.on('end', () => resolve(Buffer.concat(parts)));
      response.on('error', lost);
      response.on('aborted', () => lost());
    });
    for (const part of body) request.write(part);
    request.end();
  });
}

function refusalOf(code: number | undefined): PrinterFault | undefined {
  if (code === 200) return undefined;
  if (code === 401 || code === 403) return new PrinterFault({ code: 'password' });
  if (code === 426) return new PrinterFault({ code: 'only-secure' });
  if (code === 503) return new PrinterFault({ code: 'busy' });
  return new PrinterFault({ code: code === 404 ? 'no-such-printer' : 'not-a-printer' });
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function interrupted(): Fault {
  return new Fault('interrupted', 'Interrupted');
}
