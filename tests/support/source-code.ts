/** The text of a TypeScript file -> the same text without comments and with its imports listed: what the house rules look at. */

export interface Import {
  readonly from: string;
  /** `import type`: gone when the program runs. */
  readonly typeOnly: boolean;
}

const statement =
  /(?:^|[\n;])\s*(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\sfrom\s+)?'([^'\n]+)'|\bimport\(\s*'([^'\n]+)'\s*\)/g;

/** Static and dynamic imports and re-exports. */
export function importsOf(source: string): Import[] {
  return [...withoutComments(source).matchAll(statement)].map((match) => ({
    from: match[2] ?? match[3] ?? '',
    typeOnly: match[1] !== undefined,
  }));
}

/** A `/` after one of these starts a regular expression, not a division. */
const beforeExpression = /(?:^|[(,=:[!&|?{};+*%<>~^-]|\breturn|\btypeof)\s*$/;

/** Comments become spaces; texts stay (their words are of interest), but a `//` inside one is not taken for a comment. */
export function withoutComments(source: string): string {
  let out = '';
  let at = 0;
  while (at < source.length) {
    const end = endOfPart(source, at, out);
    const part = source.slice(at, end);
    out += /^\/[/*]/.test(part) && end > at + 1 ? part.replace(/[^\n]/g, ' ') : part;
    at = end;
  }
  return out;
}

function endOfPart(source: string, at: number, before: string): number {
  const two = source.slice(at, at + 2);
  if (two === '//') return endOr(source.indexOf('\n', at), source);
  if (two === '/*') return endOr(source.indexOf('*/', at + 2) + 2, source);
  const first = two[0] ?? '';
  if (first === '"' || first === "'") return closing(source, at, first);
  if (first === '`') return closing(source, at, first);
  if (first === '/' && beforeExpression.test(before.slice(-20))) return closing(source, at, first);
  return at + 1;
}

/** The place after the quote or slash that closes what opens at `at`; a class `[...]` of an expression may hold a slash. */
function closing(source: string, at: number, quote: string): number {
  let inClass = false;
  for (let i = at + 1; i < source.length; i += 1) {
    const letter = source[i];
    if (letter === '\\') i += 1;
    else if (quote === '/' && letter === '[') inClass = true;
    else if (quote === '/' && letter === ']') inClass = false;
    else if (letter === quote && !inClass) return i + 1;
    else if (letter === '\n' && quote !== '`') return i;
  }
  return source.length;
}

function endOr(found: number, source: string): number {
  return found < 2 ? source.length : found;
}

/** The files of one cycle, or none. */
export function cycleIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const next of graph.get(path) ?? []) {
      const cycle = visit(next, [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  for (const path of graph.keys()) {
    const cycle = visit(path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
