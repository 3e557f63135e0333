/** Handouts that leave the desk, on paper or as a file -> lines in the clinic's records, where it switched them on; never for whom. */

import { appendRecords } from '../deliver/append-record.ts';
import { Fault } from '../domain/fault.ts';
import type { HandoutRecord } from '../domain/handout-record.ts';

export interface Giving {
  readonly how: NonNullable<HandoutRecord['given']>;
  /** Of staff; empty when nobody said. */
  readonly by: string;
  readonly copies?: number;
}

export interface GivenRecords {
  /** Only then is anybody asked who prints. */
  readonly on: boolean;
  /** What was given is given: a record that can't be written is told to the operator. */
  add(records: readonly HandoutRecord[], giving: Giving): Promise<void>;
}

interface Room {
  /** A moment. */
  now(): string;
  /** For the operator. */
  say(text: string): void;
}

/** Without a folder nothing is written. */
export function givenRecords(folder: string | undefined, { now, say }: Room): GivenRecords {
  if (folder === undefined) return { on: false, add: async () => undefined };
  return {
    on: true,
    add: async (records, { how, by, copies = 1 }) => {
      const at = now();
      const lines = records.map((record) => ({
        ...record,
        at,
        given: how,
        ...(by === '' ? {} : { by }),
        ...(copies === 1 ? {} : { copies }),
      }));
      try {
        await appendRecords(folder, lines);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        say(`${error.message}. What was just given is not in the records (record-failed)`);
      }
    },
  };
}
