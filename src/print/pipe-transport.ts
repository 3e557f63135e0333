/** The two pipes of a browser's process -> the messages that Puppeteer exchanges with it, each ended by a NUL byte. */

import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer';

/** Puppeteer keeps its own class for this private, and with it the browser's last words when a launch fails. */
export class PipeTransport implements ConnectionTransport {
  onmessage?: (message: string) => void;
  onclose?: () => void;
  readonly #toBrowser: Writable;
  #pending: Buffer[] = [];
  #closed = false;

  constructor(toBrowser: Writable, fromBrowser: Readable) {
    this.#toBrowser = toBrowser;
    fromBrowser.on('data', (chunk: Buffer) => this.#receive(chunk));
    fromBrowser.on('close', () => this.onclose?.());
    // A browser that dies breaks its pipes: `close` tells of it, and these would only end our process.
    fromBrowser.on('error', () => undefined);
    toBrowser.on('error', () => undefined);
  }

  send(message: string): void {
    if (!this.#closed) this.#toBrowser.write(`${message}\0`);
  }

  close(): void {
    this.#closed = true;
  }

  #receive(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      this.#pending.push(chunk.subarray(start, end));
      const message = Buffer.concat(this.#pending).toString();
      this.#pending = [];
      start = end + 1;
      // Each message in a turn of its own, as with a web socket: Puppeteer counts on that.
      setImmediate(() => {
        if (!this.#closed) this.onmessage?.(message);
      });
    }
    if (start < chunk.length) this.#pending.push(chunk.subarray(start));
  }
}
