/** The result of reading what a person wrote: a value with warnings, or the diagnostics that forbid one. */

import { type Diagnostic, hasErrors } from './diagnostic.ts';

export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** A value, perhaps with warnings. */
export function success<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { ok: true, value, diagnostics };
}

/** No value; at least one diagnostic says why. */
export function failure<T>(diagnostics: readonly Diagnostic[]): Outcome<T> {
  return { ok: false, diagnostics };
}

/** `failure` when any diagnostic is an error, else `success`: for checks that collect before they judge. */
export function settle<T>(value: T, diagnostics: readonly Diagnostic[]): Outcome<T> {
  return hasErrors(diagnostics) ? failure(diagnostics) : success(value, diagnostics);
}
