/** The secret key and an id, or all that a handout depends on -> a keyed hash that tells nothing without the key. */

import { createHmac } from 'node:crypto';
import { canonicalText } from '../domain/canonical-text.ts';

/** 32 hex digits. `part` tells several handouts of one id apart, such as its topic. */
export function jobKey(key: Uint8Array, id: string, part = ''): string {
  return keyed(key, 'job', JSON.stringify([id, part]));
}

/** 32 hex digits; the order in which the keys of a map were written does not count. */
export function inputKey(key: Uint8Array, input: unknown): string {
  return keyed(key, 'input', canonicalText(input));
}

/** 8 hex digits by which two machines see whether they use the same key. */
export function keyName(key: Uint8Array): string {
  return keyed(key, 'name', '').slice(0, 8);
}

function keyed(key: Uint8Array, use: string, text: string): string {
  return createHmac('sha256', key).update(`${use}\0${text}`).digest('hex').slice(0, 32);
}
