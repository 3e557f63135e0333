/** Counts as they grow -> a bar on a terminal, a line now and then elsewhere. */

import type { BatchResult } from '../app/batch-row.ts';
import type { Terminal } from './terminal.ts';

type Counts = Readonly<Record<BatchResult['state'], number>>;

export interface BatchProgress {
  step(counts: Counts): void;
  end(counts: Counts): void;
}

const barEveryMs = 100;
const lineEveryMs = 10_000;

export function batchProgress(terminal: Terminal, silent: boolean): BatchProgress {
  if (silent) return { step: () => undefined, end: () => undefined };
  const start = performance.now();
  const everyMs = terminal.live ? barEveryMs : lineEveryMs;
  let told = start;
  const line = (counts: Counts) => {
    const done = counts.made + counts.unchanged + counts.refused + counts.failed;
    const seconds = (performance.now() - start) / 1000;
    const rate = seconds > 0 ? (done / seconds).toFixed(1) : '0';
    return `${done} done, ${counts.refused + counts.failed} not made, ${rate} a second`;
  };
  return {
    step: (counts) => {
      if (performance.now() - told < everyMs) return;
      told = performance.now();
      if (terminal.live) terminal.overwrite(line(counts));
      else terminal.say(line(counts));
    },
    end: (counts) => {
      if (terminal.live) terminal.overwrite(`${line(counts)}\n`);
    },
  };
}
