/** Bytes to a port, sent as they are -> what came back until the other end closed, or `open` when it did not in time. */

import { connect } from 'node:net';

export interface RawAnswer {
  /** Of the first answer; 0 for none. */
  readonly status: number;
  readonly head: string;
  readonly body: string;
  /** All of it: several answers when several were asked for. */
  readonly all: string;
  readonly open: boolean;
}

export function rawRequest(port: number, bytes: string | Buffer, waitMs = 20_000): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const pieces: Buffer[] = [];
    let open = false;
    const patience = setTimeout(() => {
      open = true;
      socket.destroy();
    }, waitMs);
    socket.on('data', (piece) => pieces.push(piece));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(patience);
      const all = Buffer.concat(pieces).toString('latin1');
      const [head = '', ...rest] = all.split('\r\n\r\n');
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
        head,
        body: rest.join('\r\n\r\n'),
        all,
        open,
      });
    });
  });
}
