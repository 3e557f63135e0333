/** Diagnostics of one file -> the same in order of place, cut where more would help nobody. */

import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';

export const mostDiagnostics = 100;

export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

export function orderedDiagnostics(diagnostics: readonly Diagnostic[], file: string): Diagnostic[] {
  const ordered = diagnostics.toSorted(byPlace);
  if (ordered.length <= mostDiagnostics) return ordered;
  return [
    ...ordered.slice(0, mostDiagnostics),
    errorAt(
      { file },
      'more-problems',
      `There are more problems than the ${mostDiagnostics} told here`,
      'Mend these first, then check again',
    ),
  ];
}
