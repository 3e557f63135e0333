/** A running batch -> the processes of its browser, to be killed, or held and let go. */

import { processesWith } from '../print/support/processes.ts';
import type { RunningBatch } from './batch-run.ts';

/** The profile of a browser is named after the process that started it. */
export function browserOf({ pid }: Pick<RunningBatch, 'pid'>): number[] {
  return processesWith(`-${pid}-`).map(Number);
}

export function signalBrowser(batch: RunningBatch, signal: NodeJS.Signals): void {
  for (const pid of browserOf(batch)) {
    try {
      process.kill(pid, signal);
    } catch {
      // Gone in this very moment.
    }
  }
}
