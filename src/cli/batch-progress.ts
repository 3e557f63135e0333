/** Counts as they grow -> a bar on a terminal, a line now and then elsewhere. */

import progress, { type Options, type Params } from 'cli-progress';
import type { BatchResult } from '../app/batch-room.ts';
import type { Terminal } from './terminal.ts';

export type BatchCounts = Readonly<Record<BatchResult['state'], number>>;

export interface BatchProgress {
  step(counts: BatchCounts): void;
  /** Something else to be said meanwhile. */
  say(text: string): void;
  /** The rows are over, and all of them are put into one file: counts and rate say nothing any more. */
  together(text: string): void;
  end(counts: BatchCounts): void;
}

const none: BatchCounts = { made: 0, unchanged: 0, refused: 0, failed: 0, elsewhere: 0 };
const lineEveryMs = 10_000;
const barWidth = 20;

/** `total`: about how many rows there are; undefined when nobody knows. */
export function batchProgress(terminal: Terminal, total: number | undefined): BatchProgress {
  return terminal.live ? barOn(terminal, total) : linesOn(terminal, total);
}

export function noProgress(terminal: Terminal): BatchProgress {
  const say = (text: string) => terminal.say(text);
  return { step: () => undefined, say, together: say, end: () => undefined };
}

function linesOn(terminal: Terminal, total: number | undefined): BatchProgress {
  const start = performance.now();
  let told = start;
  let over = false;
  let last = none;
  const tell = (counts: BatchCounts) => {
    const seconds = (performance.now() - start) / 1000;
    const left = total === undefined ? undefined : leftOf(passed(counts), total, seconds);
    terminal.say(
      [countText(counts, total), rateText(counts, seconds), ...(left === undefined ? [] : [left])].join(', '),
    );
  };
  return {
    step: (counts) => {
      last = { ...counts };
      if (performance.now() - told < lineEveryMs) return;
      told = performance.now();
      tell(counts);
    },
    say: (text) => terminal.say(text),
    together: (text) => {
      if (!over) tell(last);
      over = true;
      terminal.say(text);
    },
    end: (counts) => {
      if (!over) tell(counts);
    },
  };
}

function barOn(terminal: Terminal, total: number | undefined): BatchProgress {
  const start = performance.now();
  let last = none;
  let over = false;
  const format = (options: Options, params: Params) => {
    const seconds = (performance.now() - start) / 1000;
    const shown = [countText(last, total), rateText(last, seconds)];
    if (total === undefined) return shown.join(', ');
    const left = leftOf(passed(last), total, seconds);
    return [
      progress.Format.BarFormat(params.progress, options),
      shown.join(', '),
      ...(left === undefined ? [] : [left]),
    ].join('  ');
  };
  const bar = new progress.SingleBar({
    stream: terminal.screen,
    format,
    barsize: barWidth,
    barCompleteChar: '#',
    barIncompleteChar: '.',
    clearOnComplete: true,
    // Ctrl-C is ours: what is in flight is finished.
    gracefulExit: false,
    hideCursor: null,
  });
  bar.start(Math.max(1, total ?? 1), 0);
  return {
    step: (counts) => {
      last = { ...counts };
      bar.update(Math.min(passed(counts), bar.getTotal()));
    },
    say: (text) => {
      if (over) {
        terminal.say(text);
        return;
      }
      terminal.screen.write('\r\x1b[K');
      terminal.say(text);
      // The bar ends where it began: here.
      terminal.screen.write('\x1b7');
    },
    together: (text) => {
      if (!over) {
        const seconds = (performance.now() - start) / 1000;
        bar.stop();
        terminal.say(`${countText(last, total)}, ${rateText(last, seconds)}`);
      }
      over = true;
      terminal.say(text);
    },
    end: () => {
      if (!over) bar.stop();
    },
  };
}

function passed({ made, unchanged, refused, failed, elsewhere }: BatchCounts): number {
  return made + unchanged + refused + failed + elsewhere;
}

function countText(counts: BatchCounts, total: number | undefined): string {
  const { refused, failed } = counts;
  const of = total === undefined ? '' : ` of ${Math.max(total, passed(counts))}`;
  return `${passed(counts)}${of} done, ${refused + failed} not made`;
}

function rateText(counts: BatchCounts, seconds: number): string {
  const rate = seconds > 0 ? passed(counts) / seconds : 0;
  return `${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}/s`;
}

/** Undefined as long as it would be a guess. */
function leftOf(done: number, total: number, seconds: number): string | undefined {
  if (done === 0 || seconds < 2 || done >= total) return undefined;
  return `${duration(((total - done) * seconds) / done)} left`;
}

function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}
