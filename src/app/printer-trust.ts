/** The environment -> which printers' certificates are known: one seen first is remembered, another one later is refused. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../deliver/whole-file.ts';
import { Fault } from '../domain/fault.ts';
import type { TrustCertificate } from '../ipp/line.ts';
import { configFolder } from './config-folder.ts';

/** SHA-256 of the certificate, by host and port. */
const knownSchema = z.record(z.string(), z.string().regex(/^[0-9A-F]{2}(:[0-9A-F]{2}){31}$/));
type Known = z.infer<typeof knownSchema>;

export interface PrinterTrust {
  readonly check: TrustCertificate;
  /** Fingerprints remembered since it was last asked. */
  takeNew(): readonly string[];
}

let last: Promise<unknown> = Promise.resolve();
/** Several printers are asked at once: none may write over what another has just learned. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

/** Throws Faults `read-failed`, `write-failed` from `check`: a certificate that can't be remembered is not trusted. */
export function printerTrust(environment: NodeJS.ProcessEnv): PrinterTrust {
  let fresh: string[] = [];
  return {
    check: (place, fingerprint) =>
      inTurn(async () => {
        const path = trustPath(environment);
        const known = await readKnown(path);
        const pinned = known[place];
        if (pinned !== undefined) return pinned === fingerprint;
        await writeKnown(path, { ...known, [place]: fingerprint });
        fresh.push(fingerprint);
        return true;
      }),
    takeNew: () => {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}

/** For a printer that was replaced or set up anew. False when none was known. */
export async function forgetCertificate(environment: NodeJS.ProcessEnv, place: string): Promise<boolean> {
  const path = trustPath(environment);
  const { [place]: pinned, ...others } = await readKnown(path);
  if (pinned === undefined) return false;
  await writeKnown(path, others);
  return true;
}

function trustPath(environment: NodeJS.ProcessEnv): string {
  return join(configFolder(environment), 'printers.json');
}

async function writeKnown(path: string, known: Known): Promise<void> {
  await writeWhole(path, `${JSON.stringify(known, null, 2)}\n`);
}

async function readKnown(path: string): Promise<Known> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const { code = 'unknown reason' } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return {};
    throw new Fault('read-failed', `The list of known printers could not be read: ${path} (${code})`, {
      cause,
    });
  }
  try {
    return knownSchema.parse(JSON.parse(text));
  } catch (cause) {
    // To start a new one would be to trust whoever answers now.
    throw new Fault('read-failed', `The list of known printers is damaged: ${path}`, {
      cause,
      hint: 'Bring it back from a backup. Or remove it: each printer is then taken for the right one once more',
    });
  }
}
