/** A value made of maps, lists and plain values -> its one text, line by line, whatever order its keys were written in. */

/** Strings are quoted as in JSON, so that two values never share a text; what is absent or empty is left out. */
export function canonicalText(value: unknown): string {
  return linesOf(value).join('\n');
}

function linesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => under('- ', '  ', linesOf(item)));
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value) ?? ''];
  const entries = Object.entries(value).filter(([, held]) => !isEmpty(held));
  return entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, held]) => {
      const name = /^[\w.-]+$/.test(key) ? key : JSON.stringify(key);
      const inner = linesOf(held);
      return typeof held === 'object' && held !== null
        ? [`${name}:`, ...inner.map((line) => `  ${line}`)]
        : under(`${name}: `, '  ', inner);
    });
}

function under(first: string, next: string, lines: readonly string[]): string[] {
  return (lines.length === 0 ? [''] : lines).map((line, index) => `${index === 0 ? first : next}${line}`);
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  );
}
