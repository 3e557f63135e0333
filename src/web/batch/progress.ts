/** A batch under way -> how far it is, in numbers and in words. */

import type { Messages } from '../messages.ts';
import type { DeskBatch } from './batches.ts';

export interface Progress {
  readonly step: DeskBatch['step'];
  readonly rows: string;
  readonly done: number;
  readonly made: string;
  readonly total: number;
  readonly failed: number;
  readonly left: string;
  readonly rate: string;
  readonly spoken: string;
}

/** Below it a guess at the time left is worth nothing. */
const enoughDone = 3;

export function progressOf(batch: DeskBatch, messages: Messages, now: number = performance.now()): Progress {
  const total = batch.checked?.ready.length ?? 0;
  const tried = batch.left.length - (batch.checked?.leftOut.length ?? 0);
  const made = batch.made.length;
  const done = made + tried;
  const seconds = Math.max(0.001, (now - batch.startedMs) / 1_000);
  const rate = done / seconds;
  const left = Math.ceil((total - done) / Math.max(rate, 0.001));
  const known = batch.step === 'making' && done >= enoughDone;
  const number = numbersOf(messages);
  return {
    step: batch.step,
    rows: number(batch.rowsRead),
    done,
    made: number(made),
    total,
    failed: tried,
    left: !known
      ? ''
      : left < 90
        ? messages.text('batch.seconds_left', { n: left })
        : messages.text('batch.minutes_left', { n: Math.round(left / 60) }),
    rate: known ? messages.text('batch.rate', { rate: number(Math.round(rate * 10) / 10) }) : '',
    spoken: messages.text('batch.spoken', { made: number(made), total: number(total) }),
  };
}

export function numbersOf({ tag }: Messages): (value: number) => string {
  const format = new Intl.NumberFormat(tag);
  return (value) => format.format(value);
}
