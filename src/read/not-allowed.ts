/** A word that isn't one of the allowed ones -> the allowed ones, and the one that was probably meant. */

import { nearestName } from '../domain/nearest-name.ts';
import { type Complaint, fieldName, listOf } from './complaint.ts';
import type { FieldPath } from './field-path.ts';
import { empty, missing } from './wrong-type.ts';

/** `echo`: the value may be told, because it can't be about a patient. */
export function notAllowed(
  path: FieldPath,
  allowed: readonly unknown[],
  value: unknown,
  echo: boolean,
): Complaint {
  if (value === undefined) return missing(path);
  if (value === null) return empty(path);
  const words = allowed.map(String);
  const told = echo && typeof value === 'string' && value.length <= 60 ? `, not \`${value}\`` : '';
  const hint = guess(words, allowed, value);
  return {
    path,
    of: 'value',
    code: 'not-allowed',
    message: `${fieldName(path)} must be ${listOf(words)}${told}`,
    ...(hint === undefined ? {} : { hint }),
  };
}

function guess(words: readonly string[], allowed: readonly unknown[], value: unknown): string | undefined {
  if (typeof value === 'boolean' && words.includes('yes') && words.includes('no')) {
    return 'Write yes or no instead of true or false';
  }
  if (typeof value === 'string') {
    const near = nearestName(value, words);
    return near === undefined ? undefined : `Did you mean \`${near}\`?`;
  }
  if (typeof value === 'object') return 'Write one word, not a list or a map';
  return allowed.includes(String(value)) ? 'Put it in quotes' : undefined;
}
