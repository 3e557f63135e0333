/** Who is asking, and a roster -> their batch: checked, made and kept in memory for a while; one for each browser, none on the disk. */

import { type MadeRow, makeRows } from '../../app/desk-batch.ts';
import { type CheckedRoster, checkRoster, type LeftOut } from '../../app/desk-roster.ts';
import type { Paper } from '../../domain/clinic.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import { Fault } from '../../domain/fault.ts';
import type { HandoutRecord } from '../../domain/handout-record.ts';
import type { Desk, DeskContent } from '../desk.ts';
import { QueueFull } from '../render-queue.ts';

export interface DeskBatch {
  readonly name: string;
  step: 'checking' | 'refused' | 'checked' | 'making' | 'done';
  rowsRead: number;
  refused: Diagnostic | undefined;
  checked: CheckedRoster | undefined;
  readonly made: MadeRow[];
  readonly left: LeftOut[];
  bytes: number;
  /** Milliseconds that only go up. */
  startedMs: number;
  endedMs: number;
  untilMs: number;
  /** The same as a moment of the clock. */
  until: Date;
  ended: 'cancelled' | 'full' | 'broken' | undefined;
  readonly end: AbortController;
  readonly page: Extract<DeskContent, { ok: true }>;
  /** Parts of one print job, as they are made. */
  readonly combined: Map<number, Promise<CombinedPart>>;
  /** The last print of a part; empty when there was none. */
  print: string;
}

export interface CombinedPart {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly papers: readonly Paper[];
  readonly records: readonly HandoutRecord[];
}

export interface BatchLimits {
  readonly keepMs: number;
  /** Of the handouts of all batches. */
  readonly mostBytes: number;
  /** At the same time, of all browsers. */
  readonly mostBatches: number;
}

export const batchLimits: BatchLimits = { keepMs: 60 * 60_000, mostBytes: 400_000_000, mostBatches: 8 };

export interface Batches {
  get(owner: string): DeskBatch | undefined;
  /** Replaces the one before. Throws `QueueFull` when too many are held. Resolves when the file was looked through. */
  check(
    owner: string,
    upload: { name: string; bytes: Uint8Array },
    page: DeskBatch['page'],
  ): { batch: DeskBatch; done: Promise<void> };
  make(batch: DeskBatch): Promise<void>;
  cancel(batch: DeskBatch): void;
  drop(owner: string): void;
  close(): void;
}

export function deskBatches(
  desk: Desk,
  limits: BatchLimits = batchLimits,
  now: () => number = () => performance.now(),
): Batches {
  const all = new Map<string, DeskBatch>();
  const drop = (owner: string) => {
    all.get(owner)?.end.abort();
    all.delete(owner);
  };
  const sweep = () => {
    for (const [owner, { untilMs, step }] of all) if (untilMs <= now() && step !== 'making') drop(owner);
  };
  const keep = (batch: DeskBatch) => {
    batch.untilMs = now() + limits.keepMs;
    batch.until = new Date(Date.parse(desk.clock().moment) + limits.keepMs);
  };
  const sweeping = setInterval(sweep, Math.min(limits.keepMs, 30_000));
  sweeping.unref();
  const held = () => [...all.values()].reduce((sum, { bytes }) => sum + bytes, 0);

  const check = async (batch: DeskBatch, bytes: Uint8Array) => {
    const room = { ...roomOf(batch, desk), signal: batch.end.signal };
    try {
      const outcome = await checkRoster({ name: batch.name, bytes }, room, (rows) => {
        batch.rowsRead = rows;
      });
      if (outcome.ok) batch.checked = outcome.value;
      else batch.refused = outcome.diagnostics.find(({ severity }) => severity === 'error');
      if (outcome.ok) batch.left.push(...outcome.value.leftOut);
      batch.step = outcome.ok ? 'checked' : 'refused';
    } catch (error) {
      desk.say(`batch check ${error instanceof Fault ? error.code : 'failed'}`);
      batch.refused = unreadable;
      batch.step = 'refused';
    }
    keep(batch);
  };

  const make = async (batch: DeskBatch) => {
    const { checked } = batch;
    if (batch.step !== 'checked' || checked === undefined) return;
    batch.step = 'making';
    batch.startedMs = now();
    const room = { ...roomOf(batch, desk), signal: batch.end.signal };
    try {
      for await (const result of makeRows(checked.ready, room)) {
        if (result.kind === 'left') batch.left.push(result.left);
        else if (held() + sizeOf(result.made) > limits.mostBytes) {
          batch.ended ??= 'full';
          batch.end.abort();
        } else {
          batch.made.push(result.made);
          batch.bytes += sizeOf(result.made);
        }
      }
    } catch (error) {
      batch.ended ??= 'broken';
      desk.say(`batch make ${error instanceof Fault ? error.code : 'failed'}`);
    }
    addNotBegun(batch, checked);
    batch.endedMs = now();
    batch.step = 'done';
    keep(batch);
  };

  return {
    get: (owner) => {
      sweep();
      return all.get(owner);
    },
    check: (owner, { name, bytes }, page) => {
      sweep();
      drop(owner);
      if (all.size >= limits.mostBatches) throw new QueueFull();
      const batch = newBatch(name, page);
      keep(batch);
      all.set(owner, batch);
      return { batch, done: check(batch, bytes) };
    },
    make,
    cancel: (batch) => {
      if (batch.step !== 'making') return;
      batch.ended ??= 'cancelled';
      batch.end.abort();
    },
    drop,
    close: () => {
      clearInterval(sweeping);
      for (const owner of [...all.keys()]) drop(owner);
    },
  };
}

const unreadable: Diagnostic = {
  severity: 'error',
  file: 'roster',
  code: 'unreadable',
  message: 'The file could not be read',
};

function newBatch(name: string, page: DeskBatch['page']): DeskBatch {
  return {
    name,
    page,
    step: 'checking',
    rowsRead: 0,
    refused: undefined,
    checked: undefined,
    made: [],
    left: [],
    bytes: 0,
    startedMs: 0,
    endedMs: 0,
    untilMs: 0,
    until: new Date(0),
    ended: undefined,
    end: new AbortController(),
    combined: new Map(),
    print: '',
  };
}

/** All of a batch comes from the content as it was when the roster was checked. */
export function roomOf({ page }: Pick<DeskBatch, 'page'>, desk: Desk) {
  return {
    kit: page.kit,
    page: page.page,
    clock: desk.clock(),
    printer: desk.printer,
    atOnce: 2,
    turn: desk.queue.runQuietly,
  };
}

function sizeOf({ pdf, laidOut }: MadeRow): number {
  return pdf.byteLength + laidOut.byteLength;
}

/** Every row that was ready has a handout or stands in the list. */
function addNotBegun(batch: DeskBatch, { ready }: CheckedRoster): void {
  const told = new Set([...batch.made, ...batch.left].map(({ row }) => row));
  const code = batch.ended ?? 'unknown';
  for (const { row } of ready)
    if (!told.has(row)) batch.left.push({ row, kind: 'not-begun', code, message: 'It was not begun' });
}
