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
  if (words.length > 0 && words.every((word) => signId.test(word))) return noSign(path, words, value);
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

const signId = /^[A-Z][1-9]\d*$/;
const nothing = /^(none|nil|nothing|no|n|false|0|n\/a|na|-+)$/i;

/** All of them, and no guess: of two ids that look alike, one may mean an ambulance and the other a visit. */
function noSign(path: FieldPath, ids: readonly string[], value: unknown): Complaint {
  const inOrder = ids.toSorted((a, b) => a.charCodeAt(0) - b.charCodeAt(0) || numberIn(a) - numberIn(b));
  const isNothing = typeof value === 'string' && nothing.test(value.trim());
  return {
    path,
    of: 'value',
    code: 'not-allowed',
    message: `${fieldName(path)} must be the id of a warning sign: ${inOrder.join(', ')}`,
    hint: isNothing
      ? 'Leave it empty when there is no warning sign'
      : 'Look at this patient first. `handout factors` tells what each id means',
  };
}

function numberIn(id: string): number {
  return Number(id.slice(1));
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
