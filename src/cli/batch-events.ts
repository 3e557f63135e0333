/** What happens in a batch -> an object a line, for programs: each row, each bundle, what is wrong with it all, and the end. */

import type { Bundle } from '../app/batch-combine.ts';
import type { BatchResult } from '../app/batch-room.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { Fault } from '../domain/fault.ts';
import type { BatchTally } from './batch-tally.ts';

export function eventOf(result: BatchResult | Bundle): object {
  if ('kind' in result) {
    const { kind, path, ...rest } = result;
    return { event: kind, file: path, ...rest };
  }
  const { state, place, care, instead, column, file, about, older, removed, bundles, diagnostics } = result;
  const { file: source, line: row } = place;
  return {
    event: state,
    source,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    ...(care === undefined ? {} : { care }),
    ...(instead === undefined ? {} : { instead }),
    ...(file === undefined ? {} : { file }),
    ...about,
    ...(older === undefined ? {} : { older }),
    ...(removed === undefined ? {} : { removed }),
    ...(bundles === undefined ? {} : { bundles }),
    reasons: diagnostics.map(({ code, message, hint }) => ({
      code,
      message,
      ...(hint === undefined ? {} : { hint }),
    })),
  };
}

export function endEvent(tally: BatchTally, out: string, stopped: boolean): object {
  return {
    event: 'end',
    ...tally.counts,
    out,
    stopped,
    states: Object.fromEntries(tally.states),
    bundles: tally.bundles.map(({ kind, path, state }) => ({ kind, file: path, state })),
    /** Of earlier runs: they may hold a sheet that is refused now. */
    doNotPrint: tally.holding(),
  };
}

/** Of what keeps the batch from beginning, or ends it. */
export function errorEvent(error: unknown): object {
  // The message of a mistake of our own may hold anything.
  if (!(error instanceof Fault)) return { event: 'error', code: 'program-error' };
  const { code, message, hint } = error;
  return { event: 'error', code, message, ...(hint === undefined ? {} : { hint }) };
}

export function diagnosticEvents(diagnostics: readonly Diagnostic[]): object[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, hint, file, line }) => ({
      event: 'error',
      code,
      message,
      ...(hint === undefined ? {} : { hint }),
      source: file,
      ...(line === undefined ? {} : { row: line }),
    }));
}
