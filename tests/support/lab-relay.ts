/** A port inside the print lab's network -> the same printer at a port out here, so that a test can speak to it itself. */

import { existsSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PrintLab } from './print-lab.ts';

export interface LabRelay {
  /** An address out here for a printer in there. */
  uri(port: number): Promise<string>;
  close(): void;
}

/** A socket that is a file is seen from both networks. */
export function labRelay(lab: PrintLab): LabRelay {
  const file = join(lab.folder, 'relay');
  // It ends when the lab has taken its folder away.
  void lab.run(`
    import fs from 'node:fs';
    import net from 'node:net';
    net.createServer((near) => {
      near.on('error', () => undefined);
      near.once('data', (first) => {
        near.pause();
        const end = first.indexOf(10);
        const far = net.connect(Number(first.subarray(0, end)), 'localhost');
        far.on('error', () => near.destroy());
        far.write(first.subarray(end + 1));
        near.pipe(far).pipe(near);
      });
    }).listen(${JSON.stringify(file)});
    setInterval(() => fs.existsSync(${JSON.stringify(lab.folder)}) || process.exit(), 300);
  `);
  const servers: net.Server[] = [];
  return {
    uri: async (port) => {
      for (let tries = 0; !existsSync(file); tries += 1) {
        if (tries === 100) throw new Error('The relay into the print lab has not started');
        await sleep(100);
      }
      const server = net.createServer((near) => {
        const far = net.connect(file);
        for (const line of [near, far]) line.on('error', () => [near, far].map((each) => each.destroy()));
        far.write(`${port}\n`);
        near.pipe(far).pipe(near);
      });
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return `ipp://127.0.0.1:${(server.address() as net.AddressInfo).port}/ipp/print`;
    },
    close: () => {
      for (const server of servers) server.close();
    },
  };
}
