/** What is wrong with one field, before its place in the file is looked up; and what the field is in fact. */

import { type FieldPath, fieldPath } from './field-path.ts';

export interface Complaint {
  readonly path: FieldPath;
  /** Show the name of the field or its value. */
  readonly of: 'key' | 'value';
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** The field (as written in a message) that an unknown key was meant to be. */
  readonly meant?: string;
}

/** The field's name in backquotes, as messages begin. */
export function fieldName(path: FieldPath): string {
  return path.length === 0 ? 'The file' : `\`${fieldPath(path)}\``;
}

/** `a`, `b` or `c`; a long list is cut. */
export function listOf(words: readonly string[], joint = 'or'): string {
  const most = 16;
  const told = words.slice(0, most).map((word) => `\`${word}\``);
  if (words.length > most) return `${told.join(', ')} and ${words.length - most} more`;
  const last = told.pop() ?? '';
  return told.length === 0 ? last : `${told.join(', ')} ${joint} ${last}`;
}

/** What a path leads to; undefined where there is nothing. */
export function valueAt(root: unknown, path: FieldPath): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
