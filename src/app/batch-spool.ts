/** Handouts as they are done, in any order -> kept on the disk, and given back in the order of the roster. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { writeFault } from '../deliver/whole-file.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Paper } from '../domain/clinic.ts';
import type { Profile } from '../domain/profile.ts';
import type { LaidOut } from '../render/combined-page.ts';

/** What lies on the disk: laid out in this run, or unchanged, and to be laid out again if its file needs it. */
export type Kept =
  | { readonly kind: 'laid-out'; readonly sheet: LaidOut; readonly today: CalendarDate }
  | {
      readonly kind: 'unchanged';
      readonly profile: Profile;
      readonly topic: string;
      readonly language: string;
      readonly today: CalendarDate;
      readonly paper: Paper;
    };

export interface SpoolEntry extends Spooled {
  readonly paper: Paper;
}

export interface Spooled {
  /** Place in the roster. */
  readonly order: number;
  /** Its keyed hashes. */
  readonly job: string;
  readonly input: string;
}

export interface Spool {
  /** Throws a Fault `write-failed`. */
  keep(entry: Spooled, kept: Kept): Promise<void>;
  /** Of a row whose sheet was taken back. */
  drop(order: number): void;
  /** In the order of the roster. */
  entries(): readonly SpoolEntry[];
  read(entry: SpoolEntry): Promise<Kept>;
}

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

/** In the workshop of a batch, which goes at its end: what is kept tells about patients. */
export function openSpool(workshop: string): Spool {
  const folder = join(workshop, 'spool');
  const all: SpoolEntry[] = [];
  const path = ({ order }: Spooled) => join(folder, String(order));
  return {
    keep: async (entry, kept) => {
      const bytes = await packed(JSON.stringify(kept), { level: 1 });
      try {
        await mkdir(folder, { mode: 0o700 }).catch((cause: NodeJS.ErrnoException) => {
          if (cause.code !== 'EEXIST') throw cause;
        });
        await writeFile(path(entry), bytes, { mode: 0o600 });
      } catch (cause) {
        throw writeFault(folder, cause);
      }
      all.push({ ...entry, paper: kept.kind === 'unchanged' ? kept.paper : kept.sheet.handout.paper });
    },
    drop: (order) => {
      const at = all.findIndex((entry) => entry.order === order);
      if (at >= 0) all.splice(at, 1);
    },
    entries: () => all.sort((a, b) => a.order - b.order),
    // Our own writing, in a folder that is ours alone.
    read: async (entry) => JSON.parse((await unpacked(await readFile(path(entry)))).toString('utf8')) as Kept,
  };
}
