/** Three-valued logic: what is not known is neither yes nor no. */

export type Truth = 'yes' | 'no' | 'unknown';

/** Yes only when every part is yes; no as soon as one is no. */
export function allOf(parts: readonly Truth[]): Truth {
  if (parts.includes('no')) return 'no';
  return parts.includes('unknown') ? 'unknown' : 'yes';
}

/** Yes as soon as one part is yes; no only when every part is no. */
export function anyOf(parts: readonly Truth[]): Truth {
  if (parts.includes('yes')) return 'yes';
  return parts.includes('unknown') ? 'unknown' : 'no';
}

/** Swaps yes and no; what is not known stays so. */
export function opposite(truth: Truth): Truth {
  if (truth === 'unknown') return 'unknown';
  return truth === 'yes' ? 'no' : 'yes';
}
