/** A person's cookie, their browser's Accept-Language and the languages there are -> the one the desk speaks to them. */

/** The cookie comes first: it was chosen by hand. */
export function interfaceLanguage(
  chosen: string | undefined,
  accepted: string | undefined,
  known: readonly string[],
): string {
  if (chosen !== undefined && known.includes(chosen)) return chosen;
  for (const tag of acceptedTags(accepted ?? '')) {
    const found = known.find((each) => each === tag || each === tag.split('-')[0]);
    if (found !== undefined) return found;
  }
  return known[0] ?? 'en';
}

/** Most wanted first; what can't be read is passed over. */
function acceptedTags(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const weight = rest.map((each) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(each)?.[1]).find(Boolean);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
