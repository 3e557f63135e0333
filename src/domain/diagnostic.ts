/** What is wrong in something that a person wrote: place + message + mend, as a value to collect. */

export type Severity = 'error' | 'warning';

/** A place in a source: 1-based line and column; absent when the whole file is meant. */
export interface Place {
  /** The path as the person gave it, or `standard input`, or `command line`. */
  readonly file: string;
  /** In a CSV roster the row, as a spreadsheet counts. */
  readonly line?: number;
  readonly column?: number;
}

export interface Diagnostic extends Place {
  readonly severity: Severity;
  /** Stable and kebab-case, e.g. `unknown-key`; for programs and for tests. */
  readonly code: string;
  /** One sentence; never holds a value from a patient's profile, only names of fields. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** Builds an error at a place; undefined parts of the place are left out. */
export function errorAt(place: Place, code: string, message: string, hint?: string): Diagnostic {
  return build('error', place, code, message, hint);
}

/** Builds a warning at a place. */
export function warningAt(place: Place, code: string, message: string, hint?: string): Diagnostic {
  return build('warning', place, code, message, hint);
}

function build(severity: Severity, place: Place, code: string, message: string, hint?: string): Diagnostic {
  return {
    severity,
    file: place.file,
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.column === undefined ? {} : { column: place.column }),
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** True when at least one diagnostic is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
