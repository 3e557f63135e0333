/** `3/16` and the key of a job -> whether this machine makes it, the same on every machine. */

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** From 1 to `count`. */
export function shardOf(job: string, count: number): number {
  // 48 bits: a whole number that JavaScript holds exactly.
  return (Number.parseInt(job.slice(0, 12), 16) % count) + 1;
}

export type ParsedShard =
  | { readonly ok: true; readonly shard: Shard }
  | { readonly ok: false; readonly message: string; readonly hint: string };

const most = 10_000;

export function parseShard(text: string): ParsedShard {
  const [, first, second] = /^(\d{1,6})\/(\d{1,6})$/.exec(text.trim()) ?? [];
  if (first === undefined || second === undefined)
    return wrong(`A shard is written I/N, such as 3/16; this is not: ${text}`);
  const [index, count] = [Number(first), Number(second)];
  if (count < 1 || count > most) return wrong(`A batch has 1 to ${most} shards, not ${count}`);
  if (index < 1)
    return wrong('Shards are counted from 1: the first is 1/N. Add 1 to an index that starts at 0');
  if (index > count) return wrong(`There is no shard ${index} of ${count}`);
  return { ok: true, shard: { index, count } };
}

/** Each shard has a manifest of its own, so that several machines may share one folder. */
export function manifestName(shard?: Shard): string {
  return shard === undefined || shard.count === 1
    ? 'manifest.jsonl'
    : `manifest-${shard.index}-of-${shard.count}.jsonl`;
}

function wrong(message: string): ParsedShard {
  return { ok: false, message, hint: 'For four machines give --shard 1/4, 2/4, 3/4 and 4/4' };
}
