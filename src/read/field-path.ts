/** The path to a value in a document -> how a message names it: `blocks[3].when`. */

/** Only names that look like identifiers are told: any other key may be something about a patient. */
export function isTellable(name: string): boolean {
  return /^[A-Za-z_][\w.-]{0,60}$/.test(name);
}

export type FieldPath = readonly (string | number)[];

/** Items are counted from 0; a key that may not be told is written `…`. */
export function fieldPath(path: FieldPath): string {
  let told = '';
  for (const step of path) {
    if (typeof step === 'number') told += `[${step}]`;
    else told += `${told === '' ? '' : '.'}${isTellable(step) ? step : '…'}`;
  }
  return told;
}
