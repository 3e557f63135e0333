/** What a person has just made -> held in memory for a short time under an id that nobody can guess, for that person alone. */

import { randomBytes } from 'node:crypto';

export interface HeldLimits {
  readonly keepMs: number;
  /** Of all that is held; the oldest goes first. */
  readonly mostBytes: number;
  /** For one owner; the oldest goes first. */
  readonly mostEach: number;
}

export interface HeldFiles<T> {
  /** `bytes`: how much memory it stands for. The id is 128 random bits. */
  hold(owner: string, value: T, bytes: number): string;
  /** Nothing for an id that is unknown, has expired, or is another's. */
  get(owner: string, id: string): T | undefined;
  drop(owner: string, id: string): void;
  /** All of one owner, or those of them: the next patient is here. */
  clear(owner: string, which?: (value: T) => boolean): void;
  readonly size: () => { readonly count: number; readonly bytes: number };
  close(): void;
}

interface Entry<T> {
  readonly owner: string;
  readonly value: T;
  readonly bytes: number;
  readonly until: number;
}

/** `now`: milliseconds that only go up. */
export function heldFiles<T>(limits: HeldLimits, now: () => number = monotonic): HeldFiles<T> {
  // A map keeps the order in which things were put in: the first is the oldest.
  const entries = new Map<string, Entry<T>>();
  let total = 0;
  const remove = (id: string) => {
    total -= entries.get(id)?.bytes ?? 0;
    entries.delete(id);
  };
  const expire = () => {
    for (const [id, entry] of entries) {
      if (entry.until > now()) break;
      remove(id);
    }
  };
  const mine = (owner: string, id: string) => {
    expire();
    const entry = entries.get(id);
    return entry?.owner === owner ? entry : undefined;
  };
  const sweep = setInterval(expire, Math.min(limits.keepMs, 30_000));
  sweep.unref();
  return {
    hold: (owner, value, bytes) => {
      expire();
      const own = [...entries].filter(([, entry]) => entry.owner === owner).map(([id]) => id);
      for (const id of own.slice(0, Math.max(0, own.length - limits.mostEach + 1))) remove(id);
      for (const id of entries.keys()) {
        if (total + bytes <= limits.mostBytes) break;
        remove(id);
      }
      const id = randomBytes(16).toString('base64url');
      entries.set(id, { owner, value, bytes, until: now() + limits.keepMs });
      total += bytes;
      return id;
    },
    get: (owner, id) => mine(owner, id)?.value,
    drop: (owner, id) => {
      if (mine(owner, id) !== undefined) remove(id);
    },
    clear: (owner, which = () => true) => {
      for (const [id, entry] of entries) if (entry.owner === owner && which(entry.value)) remove(id);
    },
    size: () => ({ count: entries.size, bytes: total }),
    close: () => {
      clearInterval(sweep);
      entries.clear();
      total = 0;
    },
  };
}

function monotonic(): number {
  return performance.now();
}
