/** A name that one file uses of another -> a diagnostic when it leads nowhere. */

import { type Diagnostic, errorAt } from '../domain/diagnostic.ts';
import { nearestName } from '../domain/nearest-name.ts';
import type { FieldPath } from './field-path.ts';
import type { Located } from './located.ts';

/** `kind` as a person calls it: claim, source, resource, icon, figure. */
export function linkName(
  name: string | undefined,
  kind: string,
  known: readonly string[],
  file: Located<unknown>,
  path: FieldPath,
): Diagnostic[] {
  if (name === undefined || known.includes(name)) return [];
  const near = nearestName(name, known);
  const hint =
    near === undefined ? `Write the ${kind} first, or use one that exists` : `Did you mean \`${near}\`?`;
  return [
    errorAt(
      file.place(path),
      `unknown-${kind.replaceAll(' ', '-')}`,
      `There is no ${kind} \`${name}\``,
      hint,
    ),
  ];
}

export function linkNames(
  names: readonly string[],
  kind: string,
  known: readonly string[],
  file: Located<unknown>,
  path: FieldPath,
): Diagnostic[] {
  return names.flatMap((name, index) => linkName(name, kind, known, file, [...path, index]));
}
